# The features of SqueezeNet 1.1 (Iandola et al., 2016).
class Fire(Module):
  __parameters__ = ["squeeze_weight", "squeeze_bias", "expand1_weight", "expand1_bias", "expand3_weight", "expand3_bias", ]
  __buffers__ = []
  training : bool
  squeeze_weight : Tensor
  squeeze_bias : Tensor
  expand1_weight : Tensor
  expand1_bias : Tensor
  expand3_weight : Tensor
  expand3_bias : Tensor

  def forward(self: __torch__.learned.squeezenet.Fire, x: Tensor) -> Tensor:
    y = torch.relu_(torch.conv2d(x, self.squeeze_weight, self.squeeze_bias))
    wide = torch.relu_(torch.conv2d(y, self.expand3_weight, self.expand3_bias, [1, 1], [1, 1]))
    return torch.cat([torch.relu_(torch.conv2d(y, self.expand1_weight, self.expand1_bias)), wide], 1)

class SqueezeNet(Module):
  __parameters__ = ["conv0_weight", "conv0_bias", ]
  __buffers__ = []
  training : bool
  fire3 : __torch__.learned.squeezenet.Fire
  fire4 : __torch__.learned.squeezenet.Fire
  fire6 : __torch__.learned.squeezenet.Fire
  fire7 : __torch__.learned.squeezenet.Fire
  fire9 : __torch__.learned.squeezenet.Fire
  fire10 : __torch__.learned.squeezenet.Fire
  fire11 : __torch__.learned.squeezenet.Fire
  fire12 : __torch__.learned.squeezenet.Fire
  conv0_weight : Tensor
  conv0_bias : Tensor

  # image (batch, 3, height, width) -> taps of 64, 128, 256, 384, 384, 512, 512 channels and strides 2, 4, 8, 16, 16, 16, 16
  def forward(self: __torch__.learned.squeezenet.SqueezeNet, image: Tensor) -> List[Tensor]:
    x = torch.to(image, ops.prim.dtype(self.conv0_weight))
    tap0 = torch.relu_(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [2, 2]))
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
