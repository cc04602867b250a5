# Stem and first stage of a ResNet-50 (He et al., CVPR 2016), as timm's resnet50; ResNet-101 and -152 are the same here.
# Batch norms use their running statistics and are folded into the convolution before them.
class ConvNorm(Module):
  __parameters__ = ["weight", "norm_weight", "norm_bias", ]
  __buffers__ = ["norm_mean", "norm_var", ]
  training : bool
  stride : int
  weight : Tensor
  norm_weight : Tensor
  norm_bias : Tensor
  norm_mean : Tensor
  norm_var : Tensor

  def forward(self: __torch__.ahiq.resnet.ConvNorm, x: Tensor) -> Tensor:
    scale = self.norm_weight * torch.rsqrt(self.norm_var + 1e-5)
    weight = torch.to(self.weight * torch.reshape(scale, [-1, 1, 1, 1]), ops.prim.dtype(x))
    bias = torch.to(self.norm_bias - self.norm_mean * scale, ops.prim.dtype(x))
    padding = torch.floordiv(torch.size(weight, 2), 2)
    return torch.conv2d(x, weight, bias, [self.stride, self.stride], [padding, padding])

  # The same with the statistics of this batch, and these: mean and variance (2, channels)
  def normalize(self: __torch__.ahiq.resnet.ConvNorm, x: Tensor) -> Tuple[Tensor, Tensor]:
    padding = torch.floordiv(torch.size(self.weight, 2), 2)
    y = torch.conv2d(x, self.weight, None, [self.stride, self.stride], [padding, padding])
    variance, mean, = torch.var_mean(y, [0, 2, 3], False)
    scale = self.norm_weight * torch.rsqrt(variance + 1e-5)
    y = y * torch.reshape(scale, [-1, 1, 1]) + torch.reshape(self.norm_bias - mean * scale, [-1, 1, 1])
    return (y, torch.stack([mean, variance]))

class Bottleneck(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1 : __torch__.ahiq.resnet.ConvNorm
  conv2 : __torch__.ahiq.resnet.ConvNorm
  conv3 : __torch__.ahiq.resnet.ConvNorm

  def forward(self: __torch__.ahiq.resnet.Bottleneck, x: Tensor, shortcut: Tensor) -> Tensor:
    y = torch.relu((self.conv1).forward(x, ))
    y = torch.relu((self.conv2).forward(y, ))
    y = (self.conv3).forward(y, )
    return torch.relu(y + shortcut)

  def normalize(self: __torch__.ahiq.resnet.Bottleneck, x: Tensor, shortcut: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    y, first, = (self.conv1).normalize(x, )
    y, second, = (self.conv2).normalize(torch.relu(y), )
    y, third, = (self.conv3).normalize(torch.relu(y), )
    return (torch.relu(y + shortcut), first, second, third)

class FirstStage(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.ahiq.resnet.ConvNorm
  downsample : __torch__.ahiq.resnet.ConvNorm
  block0 : __torch__.ahiq.resnet.Bottleneck
  block1 : __torch__.ahiq.resnet.Bottleneck
  block2 : __torch__.ahiq.resnet.Bottleneck

  # image (batch, 3, height, width) -> outputs of the three blocks side by side, channels last:
  # (batch, height / 4, width / 4, 3 * width of a block)
  def forward(self: __torch__.ahiq.resnet.FirstStage, image: Tensor) -> Tensor:
    x = torch.contiguous(image, memory_format=2)
    x = torch.relu((self.stem).forward(x, ))
    x = torch.max_pool2d(x, [3, 3], [2, 2], [1, 1])
    x0 = (self.block0).forward(x, (self.downsample).forward(x, ), )
    x1 = (self.block1).forward(x0, x0, )
    x2 = (self.block2).forward(x1, x1, )
    return torch.permute(torch.cat([x0, x1, x2], 1), [0, 2, 3, 1])

  # Statistics of all batch norms, in the order of the data flow and the downsampling last in its block
  def batch_statistics(self: __torch__.ahiq.resnet.FirstStage, image: Tensor) -> List[Tensor]:
    x, stem, = (self.stem).normalize(torch.contiguous(image, memory_format=2), )
    x = torch.max_pool2d(torch.relu(x), [3, 3], [2, 2], [1, 1])
    shortcut, down, = (self.downsample).normalize(x, )
    x0, a1, a2, a3, = (self.block0).normalize(x, shortcut, )
    x1, b1, b2, b3, = (self.block1).normalize(x0, x0, )
    x2, c1, c2, c3, = (self.block2).normalize(x1, x1, )
    return [stem, a1, a2, a3, down, b1, b2, b3, c1, c2, c3]

# Stem and first two stages of a ResNet-152, whose second stage gives the taps: the blocks 0, 1, 3, 4, 5 and 7, as the published code of
# AHIQ extracts them.
class SecondStage(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.ahiq.resnet.ConvNorm
  downsample0 : __torch__.ahiq.resnet.ConvNorm
  block0_0 : __torch__.ahiq.resnet.Bottleneck
  block0_1 : __torch__.ahiq.resnet.Bottleneck
  block0_2 : __torch__.ahiq.resnet.Bottleneck
  downsample1 : __torch__.ahiq.resnet.ConvNorm
  block1_0 : __torch__.ahiq.resnet.Bottleneck
  block1_1 : __torch__.ahiq.resnet.Bottleneck
  block1_2 : __torch__.ahiq.resnet.Bottleneck
  block1_3 : __torch__.ahiq.resnet.Bottleneck
  block1_4 : __torch__.ahiq.resnet.Bottleneck
  block1_5 : __torch__.ahiq.resnet.Bottleneck
  block1_6 : __torch__.ahiq.resnet.Bottleneck
  block1_7 : __torch__.ahiq.resnet.Bottleneck

  # image (batch, 3, height, width) -> outputs of six blocks side by side, channels last:
  # (batch, height / 8, width / 8, 6 * width of a block)
  def forward(self: __torch__.ahiq.resnet.SecondStage, image: Tensor) -> Tensor:
    x = torch.contiguous(image, memory_format=2)
    x = torch.relu((self.stem).forward(x, ))
    x = torch.max_pool2d(x, [3, 3], [2, 2], [1, 1])
    x = (self.block0_0).forward(x, (self.downsample0).forward(x, ), )
    x = (self.block0_1).forward(x, x, )
    x = (self.block0_2).forward(x, x, )
    x0 = (self.block1_0).forward(x, (self.downsample1).forward(x, ), )
    x1 = (self.block1_1).forward(x0, x0, )
    x2 = (self.block1_2).forward(x1, x1, )
    x3 = (self.block1_3).forward(x2, x2, )
    x4 = (self.block1_4).forward(x3, x3, )
    x5 = (self.block1_5).forward(x4, x4, )
    x6 = (self.block1_6).forward(x5, x5, )
    x7 = (self.block1_7).forward(x6, x6, )
    return torch.permute(torch.cat([x0, x1, x3, x4, x5, x7], 1), [0, 2, 3, 1])

  # As of FirstStage
  def batch_statistics(self: __torch__.ahiq.resnet.SecondStage, image: Tensor) -> List[Tensor]:
    x, stem, = (self.stem).normalize(torch.contiguous(image, memory_format=2), )
    x = torch.max_pool2d(torch.relu(x), [3, 3], [2, 2], [1, 1])
    shortcut, down0, = (self.downsample0).normalize(x, )
    x, a1, a2, a3, = (self.block0_0).normalize(x, shortcut, )
    x, b1, b2, b3, = (self.block0_1).normalize(x, x, )
    x, c1, c2, c3, = (self.block0_2).normalize(x, x, )
    shortcut, down1, = (self.downsample1).normalize(x, )
    x, d1, d2, d3, = (self.block1_0).normalize(x, shortcut, )
    x, e1, e2, e3, = (self.block1_1).normalize(x, x, )
    x, f1, f2, f3, = (self.block1_2).normalize(x, x, )
    x, g1, g2, g3, = (self.block1_3).normalize(x, x, )
    x, h1, h2, h3, = (self.block1_4).normalize(x, x, )
    x, i1, i2, i3, = (self.block1_5).normalize(x, x, )
    x, j1, j2, j3, = (self.block1_6).normalize(x, x, )
    x, k1, k2, k3, = (self.block1_7).normalize(x, x, )
    return [stem, a1, a2, a3, down0, b1, b2, b3, c1, c2, c3, d1, d2, d3, down1, e1, e2, e3, f1, f2, f3, g1, g2, g3, h1, h2, h3, i1, i2, i3, j1, j2, j3, k1, k2, k3]
