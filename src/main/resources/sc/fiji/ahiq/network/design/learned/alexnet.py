# The five convolutions of AlexNet (Krizhevsky et al., 2012, in the one-column form of torchvision), tapped after each ReLU.
class AlexNet(Module):
  __parameters__ = ["conv0_weight", "conv0_bias", "conv1_weight", "conv1_bias", "conv2_weight", "conv2_bias", "conv3_weight", "conv3_bias", "conv4_weight", "conv4_bias", ]
  __buffers__ = []
  training : bool
  blur : __torch__.learned.blur.Blur
  conv0_weight : Tensor
  conv0_bias : Tensor
  conv1_weight : Tensor
  conv1_bias : Tensor
  conv2_weight : Tensor
  conv2_bias : Tensor
  conv3_weight : Tensor
  conv3_bias : Tensor
  conv4_weight : Tensor
  conv4_bias : Tensor

  # image (batch, 3, height, width) -> taps of 64, 192, 384, 256, 256 channels and strides 4, 8, 16, 16, 16
  def forward(self: __torch__.learned.alexnet.AlexNet, image: Tensor) -> List[Tensor]:
    x = torch.to(image, ops.prim.dtype(self.conv0_weight))
    tap0 = torch.relu_(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [4, 4], [2, 2]))
    x = torch.max_pool2d(tap0, [3, 3], [2, 2])
    tap1 = torch.relu_(torch.conv2d(x, self.conv1_weight, self.conv1_bias, [1, 1], [2, 2]))
    x = torch.max_pool2d(tap1, [3, 3], [2, 2])
    tap2, tap3, tap4, = (self).last(x, )
    return [tap0, tap1, tap2, tap3, tap4]

  # The shift-tolerant form (Ghildyal and Liu, ECCV 2022): nothing but blurs has a stride. Strides 2, 4, 8, 8, 8
  def shift_tolerant(self: __torch__.learned.alexnet.AlexNet, image: Tensor) -> List[Tensor]:
    x = torch.to(image, ops.prim.dtype(self.conv0_weight))
    x = torch.conv2d(x, self.conv0_weight, self.conv0_bias, [1, 1], [2, 2])
    tap0 = torch.relu_((self.blur).binomial(x, ))
    x = (self.blur).binomial(torch.max_pool2d(tap0, [3, 3], [1, 1]), )
    tap1 = torch.relu_(torch.conv2d(x, self.conv1_weight, self.conv1_bias, [1, 1], [2, 2]))
    x = (self.blur).binomial(torch.max_pool2d(tap1, [3, 3], [1, 1]), )
    tap2, tap3, tap4, = (self).last(x, )
    return [tap0, tap1, tap2, tap3, tap4]

  def last(self: __torch__.learned.alexnet.AlexNet, x: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    tap2 = torch.relu_(torch.conv2d(x, self.conv2_weight, self.conv2_bias, [1, 1], [1, 1]))
    tap3 = torch.relu_(torch.conv2d(tap2, self.conv3_weight, self.conv3_bias, [1, 1], [1, 1]))
    tap4 = torch.relu_(torch.conv2d(tap3, self.conv4_weight, self.conv4_bias, [1, 1], [1, 1]))
    return (tap2, tap3, tap4)
