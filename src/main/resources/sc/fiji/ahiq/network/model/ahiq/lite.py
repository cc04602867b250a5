# EfficientNet-Lite0 (Tan and Le, ICML 2019; for CPUs without squeeze-and-excitation, with ReLU6) up to block 10, where an image
# has a 16th of its height and width. Batch norms use their running statistics and are folded into the convolution before them.
# Padding is TensorFlow's "SAME" for heights and widths that are multiples of 16, with zeros.
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

  # Depthwise where the weight has one channel for each of the image
  def forward(self: __torch__.ahiq.lite.ConvNorm, x: Tensor) -> Tensor:
    scale = self.norm_weight * torch.rsqrt(self.norm_var + 1e-3)
    weight = self.weight * torch.reshape(scale, [-1, 1, 1, 1])
    bias = self.norm_bias - self.norm_mean * scale
    groups = torch.floordiv(torch.size(x, 1), torch.size(weight, 1))
    padding = torch.size(weight, 2) - self.stride
    before = torch.floordiv(padding, 2)
    after = padding - before
    if torch.gt(after, before):
      padded = torch.constant_pad_nd(x, [before, after, before, after])
      y = torch.conv2d(padded, weight, bias, [self.stride, self.stride], [0, 0], [1, 1], groups)
    else:
      y = torch.conv2d(x, weight, bias, [self.stride, self.stride], [before, before], [1, 1], groups)
    return y

# A block without expansion
class FirstBlock(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  depthwise : __torch__.ahiq.lite.ConvNorm
  project : __torch__.ahiq.lite.ConvNorm

  def forward(self: __torch__.ahiq.lite.FirstBlock, x: Tensor) -> Tensor:
    return (self.project).forward(torch.hardtanh((self.depthwise).forward(x, ), 0, 6), )

class Block(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  expand : __torch__.ahiq.lite.ConvNorm
  depthwise : __torch__.ahiq.lite.ConvNorm
  project : __torch__.ahiq.lite.ConvNorm

  def forward(self: __torch__.ahiq.lite.Block, x: Tensor) -> Tensor:
    y = torch.hardtanh((self.expand).forward(x, ), 0, 6)
    y = torch.hardtanh((self.depthwise).forward(y, ), 0, 6)
    return (self.project).forward(y, )

  # A block that adds to its input
  def add(self: __torch__.ahiq.lite.Block, x: Tensor) -> Tensor:
    return x + (self).forward(x, )

class EfficientNetLite(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.ahiq.lite.ConvNorm
  block0 : __torch__.ahiq.lite.FirstBlock
  block1 : __torch__.ahiq.lite.Block
  block2 : __torch__.ahiq.lite.Block
  block3 : __torch__.ahiq.lite.Block
  block4 : __torch__.ahiq.lite.Block
  block5 : __torch__.ahiq.lite.Block
  block6 : __torch__.ahiq.lite.Block
  block7 : __torch__.ahiq.lite.Block
  block8 : __torch__.ahiq.lite.Block
  block9 : __torch__.ahiq.lite.Block
  block10 : __torch__.ahiq.lite.Block

  # image (batch, 3, height, width) -> itself and the outputs of the stem and of blocks 0, 2, 4 and 10, at 1/2, 1/2, 1/4, 1/8 and
  # 1/16 of its height and width
  def forward(self: __torch__.ahiq.lite.EfficientNetLite, image: Tensor) -> List[Tensor]:
    x = torch.contiguous(image, memory_format=2)
    stem = torch.hardtanh((self.stem).forward(x, ), 0, 6)
    x0 = (self.block0).forward(stem, )
    x2 = (self.block2).add((self.block1).forward(x0, ), )
    x4 = (self.block4).add((self.block3).forward(x2, ), )
    x7 = (self.block7).add((self.block6).add((self.block5).forward(x4, ), ), )
    x10 = (self.block10).add((self.block9).add((self.block8).forward(x7, ), ), )
    return [x, stem, x0, x2, x4, x10]
