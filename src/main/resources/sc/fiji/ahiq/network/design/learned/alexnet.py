# The five convolutions of AlexNet (Krizhevsky et al., 2012, in the one-column form of torchvision), tapped after each ReLU.
class AlexNet(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  blur : __torch__.learned.blur.Blur
  conv0 : __torch__.learned.conv.Conv
  conv1 : __torch__.learned.conv.Conv
  conv2 : __torch__.learned.conv.Conv
  conv3 : __torch__.learned.conv.Conv
  conv4 : __torch__.learned.conv.Conv

  # image (batch, 3, height, width) -> taps of 64, 192, 384, 256, 256 channels and strides 4, 8, 16, 16, 16
  def forward(self: __torch__.learned.alexnet.AlexNet, image: Tensor) -> List[Tensor]:
    tap0 = (self.conv0).forward((self.conv0).enter(image, ), )
    tap1 = (self.conv1).forward(torch.max_pool2d(tap0, [3, 3], [2, 2]), )
    tap2 = (self.conv2).forward(torch.max_pool2d(tap1, [3, 3], [2, 2]), )
    tap3 = (self.conv3).forward(tap2, )
    return [tap0, tap1, tap2, tap3, (self.conv4).forward(tap3, )]

  # The shift-tolerant form (Ghildyal and Liu, ECCV 2022): nothing but blurs has a stride. Strides 2, 4, 8, 8, 8
  def shift_tolerant(self: __torch__.learned.alexnet.AlexNet, image: Tensor) -> List[Tensor]:
    tap0 = torch.relu_((self).stem((self.conv0).enter(image, ), ))
    tap1 = (self.conv1).forward((self.blur).binomial(torch.max_pool2d(tap0, [3, 3], [1, 1]), ), )
    tap2 = (self.conv2).forward((self.blur).binomial(torch.max_pool2d(tap1, [3, 3], [1, 1]), ), )
    tap3 = (self.conv3).forward(tap2, )
    return [tap0, tap1, tap2, tap3, (self.conv4).forward(tap3, )]

  # The first convolution, blurred. Within the border one convolution does both, for both are linear; the first row and column are
  # mirrored to the same as the second, and the last are computed one after the other, with the few pixels that they see
  def stem(self: __torch__.learned.alexnet.AlexNet, x: Tensor) -> Tensor:
    inner = torch.conv2d(x, (self.blur).widen(self.conv0.weight, ), self.conv0.bias, [2, 2], [2, 2])
    y = torch.replication_pad2d(inner, [1, 1, 1, 1])
    for axis in range(2, 4):
      start = torch.mul(torch.floordiv(torch.sub(torch.size(x, axis), 12), 2), 2)
      strip = torch.slice(x, axis, start, 9223372036854775807)
      last = (self.blur).binomial(torch.conv2d(strip, self.conv0.weight, self.conv0.bias, [1, 1], [2, 2]), )
      _0 = torch.copy_(torch.select(y, axis, -1), torch.select(last, axis, -1))
    return y
