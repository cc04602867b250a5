# The convolutions of VGG16 (Simonyan and Zisserman, ICLR 2015), in five groups that are tapped after their last ReLU: 64, 128,
# 256, 512 and 512 channels at strides 1, 2, 4, 8 and 16. What halves the maps between groups is not the same everywhere.
class Vgg16(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  blur : __torch__.learned.blur.Blur
  conv0 : __torch__.learned.conv.Conv
  conv1 : __torch__.learned.conv.Conv
  conv2 : __torch__.learned.conv.Conv
  conv3 : __torch__.learned.conv.Conv
  conv4 : __torch__.learned.conv.Conv
  conv5 : __torch__.learned.conv.Conv
  conv6 : __torch__.learned.conv.Conv
  conv7 : __torch__.learned.conv.Conv
  conv8 : __torch__.learned.conv.Conv
  conv9 : __torch__.learned.conv.Conv
  conv10 : __torch__.learned.conv.Conv
  conv11 : __torch__.learned.conv.Conv
  conv12 : __torch__.learned.conv.Conv

  # image (batch, 3, height, width) -> taps; the largest of 2 x 2 between groups
  def forward(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0((self.conv0).enter(image, ), )
    tap1 = (self).group1(torch.max_pool2d(tap0, [2, 2], [2, 2]), )
    tap2 = (self).group2(torch.max_pool2d(tap1, [2, 2], [2, 2]), )
    tap3 = (self).group3(torch.max_pool2d(tap2, [2, 2], [2, 2]), )
    tap4 = (self).group4(torch.max_pool2d(tap3, [2, 2], [2, 2]), )
    return [tap0, tap1, tap2, tap3, tap4]

  # The shift-tolerant form (Ghildyal and Liu, ECCV 2022)
  def shift_tolerant(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0((self.conv0).enter(image, ), )
    tap1 = (self).group1((self.blur).binomial(torch.max_pool2d(tap0, [2, 2], [1, 1]), ), )
    tap2 = (self).group2((self.blur).binomial(torch.max_pool2d(tap1, [2, 2], [1, 1]), ), )
    tap3 = (self).group3((self.blur).binomial(torch.max_pool2d(tap2, [2, 2], [1, 1]), ), )
    tap4 = (self).group4((self.blur).binomial(torch.max_pool2d(tap3, [2, 2], [1, 1]), ), )
    return [tap0, tap1, tap2, tap3, tap4]

  # The form of DISTS (Ding et al., PAMI 2022)
  def textures(self: __torch__.learned.vgg16.Vgg16, image: Tensor) -> List[Tensor]:
    tap0 = (self).group0((self.conv0).enter(image, ), )
    tap1 = (self).group1((self.blur).energy(tap0, ), )
    tap2 = (self).group2((self.blur).energy(tap1, ), )
    tap3 = (self).group3((self.blur).energy(tap2, ), )
    tap4 = (self).group4((self.blur).energy(tap3, ), )
    return [tap0, tap1, tap2, tap3, tap4]

  def group0(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    return (self.conv1).forward((self.conv0).forward(x, ), )

  def group1(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    return (self.conv3).forward((self.conv2).forward(x, ), )

  def group2(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    return (self.conv6).forward((self.conv5).forward((self.conv4).forward(x, ), ), )

  def group3(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    return (self.conv9).forward((self.conv8).forward((self.conv7).forward(x, ), ), )

  def group4(self: __torch__.learned.vgg16.Vgg16, x: Tensor) -> Tensor:
    return (self.conv12).forward((self.conv11).forward((self.conv10).forward(x, ), ), )
