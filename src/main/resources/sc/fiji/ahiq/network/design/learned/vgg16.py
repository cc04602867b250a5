# The convolutions of VGG16 (Simonyan and Zisserman, ICLR 2015), in five groups that are tapped after their last ReLU: 64, 128,
# 256, 512 and 512 channels at strides 1, 2, 4, 8 and 16. What halves the maps between groups is not the same everywhere.
class Vgg16(Module):
  __parameters__ = ["conv0_weight", "conv0_bias", "conv1_weight", "conv1_bias", "conv2_weight", "conv2_bias", "conv3_weight", "conv3_bias", "conv4_weight", "conv4_bias", "conv5_weight", "conv5_bias", "conv6_weight", "conv6_bias", "conv7_weight", "conv7_bias", "conv8_weight", "conv8_bias", "conv9_weight", "conv9_bias", "conv10_weight", "conv10_bias", "conv11_weight", "conv11_bias", "conv12_weight", "conv12_bias", ]
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
  conv5_weight : Tensor
  conv5_bias : Tensor
  conv6_weight : Tensor
  conv6_bias : Tensor
  conv7_weight : Tensor
  conv7_bias : Tensor
  conv8_weight : Tensor
  conv8_bias : Tensor
  conv9_weight : Tensor
  conv9_bias : Tensor
  conv10_weight : Tensor
  conv10_bias : Tensor
  conv11_weight : Tensor
  conv11_bias : Tensor
  conv12_weight : Tensor
  conv12_bias : Tensor

  # image (batch, 3, height, width) -> taps; the largest of 2 x 2 between groups
  def forward(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0(torch.to(image, ops.prim.dtype(self.conv0_weight)), )
    tap1 = (self).group1(torch.max_pool2d(tap0, [2, 2], [2, 2]), )
    tap2 = (self).group2(torch.max_pool2d(tap1, [2, 2], [2, 2]), )
    tap3 = (self).group3(torch.max_pool2d(tap2, [2, 2], [2, 2]), )
    tap4 = (self).group4(torch.max_pool2d(tap3, [2, 2], [2, 2]), )
    return [tap0, tap1, tap2, tap3, tap4]

  # The shift-tolerant form (Ghildyal and Liu, ECCV 2022)
  def shift_tolerant(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0(torch.to(image, ops.prim.dtype(self.conv0_weight)), )
    tap1 = (self).group1((self.blur).binomial(torch.max_pool2d(tap0, [2, 2], [1, 1]), ), )
    tap2 = (self).group2((self.blur).binomial(torch.max_pool2d(tap1, [2, 2], [1, 1]), ), )
    tap3 = (self).group3((self.blur).binomial(torch.max_pool2d(tap2, [2, 2], [1, 1]), ), )
    tap4 = (self).group4((self.blur).binomial(torch.max_pool2d(tap3, [2, 2], [1, 1]), ), )
    return [tap0, tap1, tap2, tap3, tap4]

  # The form of DISTS (Ding et al., PAMI 2022)
  def textures(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0(torch.to(image, ops.prim.dtype(self.conv0_weight)), )
    tap1 = (self).group1((self.blur).energy(tap0, ), )
    tap2 = (self).group2((self.blur).energy(tap1, ), )
    tap3 = (self).group3((self.blur).energy(tap2, ), )
    tap4 = (self).group4((self.blur).energy(tap3, ), )
    return [tap0, tap1, tap2, tap3, tap4]

  def group0(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv1_weight, self.conv1_bias, [1, 1], [1, 1]))
    return y

  def group1(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.conv2_weight, self.conv2_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv3_weight, self.conv3_bias, [1, 1], [1, 1]))
    return y

  def group2(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.conv4_weight, self.conv4_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv5_weight, self.conv5_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv6_weight, self.conv6_bias, [1, 1], [1, 1]))
    return y

  def group3(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.conv7_weight, self.conv7_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv8_weight, self.conv8_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv9_weight, self.conv9_bias, [1, 1], [1, 1]))
    return y

  def group4(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.conv10_weight, self.conv10_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv11_weight, self.conv11_bias, [1, 1], [1, 1]))
    y = torch.relu_(torch.conv2d(y, self.conv12_weight, self.conv12_bias, [1, 1], [1, 1]))
    return y
