# High-resolution network (Wang et al., TPAMI 2020), as timm's hrnet_w48 and its narrower and wider ones, without the classification head.
# Taps: the four outputs of the last stage, upsampled to the largest one (bilinear) and side by side, the representation HRNetV2 of that paper:
# (batch, height / 4, width / 4, 15 * width of the first branch).
class BasicBlock(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1 : __torch__.ahiq.layer.Layer
  conv2 : __torch__.ahiq.layer.Layer

  def forward(self: __torch__.ahiq.hrnet.BasicBlock, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    y = torch.relu((self.conv1).forward(x, measure, measured, ))
    return torch.relu((self.conv2).forward(y, measure, measured, ) + x)

class Branch(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  block0 : __torch__.ahiq.hrnet.BasicBlock
  block1 : __torch__.ahiq.hrnet.BasicBlock
  block2 : __torch__.ahiq.hrnet.BasicBlock
  block3 : __torch__.ahiq.hrnet.BasicBlock

  def forward(self: __torch__.ahiq.hrnet.Branch, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    y = (self.block0).forward(x, measure, measured, )
    y = (self.block1).forward(y, measure, measured, )
    y = (self.block2).forward(y, measure, measured, )
    return (self.block3).forward(y, measure, measured, )

class Bottleneck(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1 : __torch__.ahiq.layer.Layer
  conv2 : __torch__.ahiq.layer.Layer
  conv3 : __torch__.ahiq.layer.Layer

  # Without shortcut and last ReLU
  def forward(self: __torch__.ahiq.hrnet.Bottleneck, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    y = torch.relu((self.conv1).forward(x, measure, measured, ))
    y = torch.relu((self.conv2).forward(y, measure, measured, ))
    return (self.conv3).forward(y, measure, measured, )

# Branches of one resolution each, which then exchange: to a finer one by a 1 x 1 convolution and nearest upsampling, to a coarser one by
# 3 x 3 convolutions of stride 2.
class Module2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  branch0 : __torch__.ahiq.hrnet.Branch
  branch1 : __torch__.ahiq.hrnet.Branch
  up01 : __torch__.ahiq.layer.Layer
  down10 : __torch__.ahiq.layer.Layer

  def forward(self: __torch__.ahiq.hrnet.Module2, x0: Tensor, x1: Tensor, measure: bool, measured: List[Tensor]) -> Tuple[Tensor, Tensor]:
    b0 = (self.branch0).forward(x0, measure, measured, )
    b1 = (self.branch1).forward(x1, measure, measured, )
    u01 = torch.repeat_interleave(torch.repeat_interleave((self.up01).forward(b1, measure, measured, ), 2, 2), 2, 3)
    y0 = torch.relu(b0 + u01)
    d100 = (self.down10).forward(b0, measure, measured, )
    y1 = torch.relu(d100 + b1)
    return (y0, y1)

class Module3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  branch0 : __torch__.ahiq.hrnet.Branch
  branch1 : __torch__.ahiq.hrnet.Branch
  branch2 : __torch__.ahiq.hrnet.Branch
  up01 : __torch__.ahiq.layer.Layer
  up02 : __torch__.ahiq.layer.Layer
  down10 : __torch__.ahiq.layer.Layer
  up12 : __torch__.ahiq.layer.Layer
  down20a : __torch__.ahiq.layer.Layer
  down20b : __torch__.ahiq.layer.Layer
  down21 : __torch__.ahiq.layer.Layer

  def forward(self: __torch__.ahiq.hrnet.Module3, x0: Tensor, x1: Tensor, x2: Tensor, measure: bool, measured: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    b0 = (self.branch0).forward(x0, measure, measured, )
    b1 = (self.branch1).forward(x1, measure, measured, )
    b2 = (self.branch2).forward(x2, measure, measured, )
    u01 = torch.repeat_interleave(torch.repeat_interleave((self.up01).forward(b1, measure, measured, ), 2, 2), 2, 3)
    u02 = torch.repeat_interleave(torch.repeat_interleave((self.up02).forward(b2, measure, measured, ), 4, 2), 4, 3)
    y0 = torch.relu(b0 + u01 + u02)
    d100 = (self.down10).forward(b0, measure, measured, )
    u12 = torch.repeat_interleave(torch.repeat_interleave((self.up12).forward(b2, measure, measured, ), 2, 2), 2, 3)
    y1 = torch.relu(d100 + b1 + u12)
    d200 = torch.relu((self.down20a).forward(b0, measure, measured, ))
    d201 = (self.down20b).forward(d200, measure, measured, )
    d210 = (self.down21).forward(b1, measure, measured, )
    y2 = torch.relu(d201 + d210 + b2)
    return (y0, y1, y2)

class Module4(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  branch0 : __torch__.ahiq.hrnet.Branch
  branch1 : __torch__.ahiq.hrnet.Branch
  branch2 : __torch__.ahiq.hrnet.Branch
  branch3 : __torch__.ahiq.hrnet.Branch
  up01 : __torch__.ahiq.layer.Layer
  up02 : __torch__.ahiq.layer.Layer
  up03 : __torch__.ahiq.layer.Layer
  down10 : __torch__.ahiq.layer.Layer
  up12 : __torch__.ahiq.layer.Layer
  up13 : __torch__.ahiq.layer.Layer
  down20a : __torch__.ahiq.layer.Layer
  down20b : __torch__.ahiq.layer.Layer
  down21 : __torch__.ahiq.layer.Layer
  up23 : __torch__.ahiq.layer.Layer
  down30a : __torch__.ahiq.layer.Layer
  down30b : __torch__.ahiq.layer.Layer
  down30c : __torch__.ahiq.layer.Layer
  down31a : __torch__.ahiq.layer.Layer
  down31b : __torch__.ahiq.layer.Layer
  down32 : __torch__.ahiq.layer.Layer

  def forward(self: __torch__.ahiq.hrnet.Module4, x0: Tensor, x1: Tensor, x2: Tensor, x3: Tensor, measure: bool, measured: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    b0 = (self.branch0).forward(x0, measure, measured, )
    b1 = (self.branch1).forward(x1, measure, measured, )
    b2 = (self.branch2).forward(x2, measure, measured, )
    b3 = (self.branch3).forward(x3, measure, measured, )
    u01 = torch.repeat_interleave(torch.repeat_interleave((self.up01).forward(b1, measure, measured, ), 2, 2), 2, 3)
    u02 = torch.repeat_interleave(torch.repeat_interleave((self.up02).forward(b2, measure, measured, ), 4, 2), 4, 3)
    u03 = torch.repeat_interleave(torch.repeat_interleave((self.up03).forward(b3, measure, measured, ), 8, 2), 8, 3)
    y0 = torch.relu(b0 + u01 + u02 + u03)
    d100 = (self.down10).forward(b0, measure, measured, )
    u12 = torch.repeat_interleave(torch.repeat_interleave((self.up12).forward(b2, measure, measured, ), 2, 2), 2, 3)
    u13 = torch.repeat_interleave(torch.repeat_interleave((self.up13).forward(b3, measure, measured, ), 4, 2), 4, 3)
    y1 = torch.relu(d100 + b1 + u12 + u13)
    d200 = torch.relu((self.down20a).forward(b0, measure, measured, ))
    d201 = (self.down20b).forward(d200, measure, measured, )
    d210 = (self.down21).forward(b1, measure, measured, )
    u23 = torch.repeat_interleave(torch.repeat_interleave((self.up23).forward(b3, measure, measured, ), 2, 2), 2, 3)
    y2 = torch.relu(d201 + d210 + b2 + u23)
    d300 = torch.relu((self.down30a).forward(b0, measure, measured, ))
    d301 = torch.relu((self.down30b).forward(d300, measure, measured, ))
    d302 = (self.down30c).forward(d301, measure, measured, )
    d310 = torch.relu((self.down31a).forward(b1, measure, measured, ))
    d311 = (self.down31b).forward(d310, measure, measured, )
    d320 = (self.down32).forward(b2, measure, measured, )
    y3 = torch.relu(d302 + d311 + d320 + b3)
    return (y0, y1, y2, y3)

class HighResolution(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1 : __torch__.ahiq.layer.Layer
  conv2 : __torch__.ahiq.layer.Layer
  block0 : __torch__.ahiq.hrnet.Bottleneck
  block1 : __torch__.ahiq.hrnet.Bottleneck
  block2 : __torch__.ahiq.hrnet.Bottleneck
  block3 : __torch__.ahiq.hrnet.Bottleneck
  downsample : __torch__.ahiq.layer.Layer
  transition0 : __torch__.ahiq.layer.Layer
  transition1 : __torch__.ahiq.layer.Layer
  stage2 : __torch__.ahiq.hrnet.Module2
  transition2 : __torch__.ahiq.layer.Layer
  stage3_0 : __torch__.ahiq.hrnet.Module3
  stage3_1 : __torch__.ahiq.hrnet.Module3
  stage3_2 : __torch__.ahiq.hrnet.Module3
  stage3_3 : __torch__.ahiq.hrnet.Module3
  transition3 : __torch__.ahiq.layer.Layer
  stage4_0 : __torch__.ahiq.hrnet.Module4
  stage4_1 : __torch__.ahiq.hrnet.Module4
  stage4_2 : __torch__.ahiq.hrnet.Module4

  def forward(self: __torch__.ahiq.hrnet.HighResolution, image: Tensor) -> Tensor:
    return (self).features(image, False, annotate(List[Tensor], []), )

  # Statistics of all batch norms, in the order of the data flow
  def batch_statistics(self: __torch__.ahiq.hrnet.HighResolution, image: Tensor) -> List[Tensor]:
    measured = annotate(List[Tensor], [])
    _0 = (self).features(image, True, measured, )
    return measured

  def features(self: __torch__.ahiq.hrnet.HighResolution, image: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    x = torch.contiguous(image, memory_format=2)
    x = torch.relu((self.conv1).forward(x, measure, measured, ))
    x = torch.relu((self.conv2).forward(x, measure, measured, ))
    y = (self.block0).forward(x, measure, measured, )
    x = torch.relu(y + (self.downsample).forward(x, measure, measured, ))
    x = torch.relu((self.block1).forward(x, measure, measured, ) + x)
    x = torch.relu((self.block2).forward(x, measure, measured, ) + x)
    x = torch.relu((self.block3).forward(x, measure, measured, ) + x)
    x0 = torch.relu((self.transition0).forward(x, measure, measured, ))
    x1 = torch.relu((self.transition1).forward(x, measure, measured, ))
    x0, x1, = (self.stage2).forward(x0, x1, measure, measured, )
    x2 = torch.relu((self.transition2).forward(x1, measure, measured, ))
    x0, x1, x2, = (self.stage3_0).forward(x0, x1, x2, measure, measured, )
    x0, x1, x2, = (self.stage3_1).forward(x0, x1, x2, measure, measured, )
    x0, x1, x2, = (self.stage3_2).forward(x0, x1, x2, measure, measured, )
    x0, x1, x2, = (self.stage3_3).forward(x0, x1, x2, measure, measured, )
    x3 = torch.relu((self.transition3).forward(x2, measure, measured, ))
    x0, x1, x2, x3, = (self.stage4_0).forward(x0, x1, x2, x3, measure, measured, )
    x0, x1, x2, x3, = (self.stage4_1).forward(x0, x1, x2, x3, measure, measured, )
    x0, x1, x2, x3, = (self.stage4_2).forward(x0, x1, x2, x3, measure, measured, )
    size = [torch.size(x0, 2), torch.size(x0, 3)]
    y1 = torch.upsample_bilinear2d(x1, size, False)
    y2 = torch.upsample_bilinear2d(x2, size, False)
    y3 = torch.upsample_bilinear2d(x3, size, False)
    return torch.permute(torch.cat([x0, y1, y2, y3], 1), [0, 2, 3, 1])
