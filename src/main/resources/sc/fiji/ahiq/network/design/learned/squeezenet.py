# The features of SqueezeNet 1.1 (Iandola et al., 2016).
class Fire(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  squeeze : __torch__.learned.conv.Conv
  expand1 : __torch__.learned.conv.Conv
  expand3 : __torch__.learned.conv.Conv

  def forward(self: __torch__.learned.squeezenet.Fire, x: Tensor) -> Tensor:
    y = (self.squeeze).forward(x, )
    return torch.cat([(self.expand1).forward(y, ), (self.expand3).forward(y, )], 1)

class SqueezeNet(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv0 : __torch__.learned.conv.Conv
  fire3 : __torch__.learned.squeezenet.Fire
  fire4 : __torch__.learned.squeezenet.Fire
  fire6 : __torch__.learned.squeezenet.Fire
  fire7 : __torch__.learned.squeezenet.Fire
  fire9 : __torch__.learned.squeezenet.Fire
  fire10 : __torch__.learned.squeezenet.Fire
  fire11 : __torch__.learned.squeezenet.Fire
  fire12 : __torch__.learned.squeezenet.Fire

  # image (batch, 3, height, width) -> taps of 64, 128, 256, 384, 384, 512, 512 channels and strides 2, 4, 8, 16, 16, 16, 16
  def forward(self: __torch__.learned.squeezenet.SqueezeNet, image: Tensor) -> List[Tensor]:
    tap0 = (self.conv0).forward((self.conv0).enter(image, ), )
    tap1 = (self.fire4).forward((self.fire3).forward((self).pool(tap0, ), ), )
    tap2 = (self.fire7).forward((self.fire6).forward((self).pool(tap1, ), ), )
    tap3 = (self.fire9).forward((self).pool(tap2, ), )
    tap4 = (self.fire10).forward(tap3, )
    tap5 = (self.fire11).forward(tap4, )
    tap6 = (self.fire12).forward(tap5, )
    return [tap0, tap1, tap2, tap3, tap4, tap5, tap6]

  # A last window that reaches beyond the border counts
  def pool(self: __torch__.learned.squeezenet.SqueezeNet, x: Tensor) -> Tensor:
    return torch.max_pool2d(x, [3, 3], [2, 2], [0, 0], [1, 1], True)
