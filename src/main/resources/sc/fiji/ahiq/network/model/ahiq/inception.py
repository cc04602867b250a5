# Inception-ResNet-v2 (Szegedy et al., AAAI 2017) up to its ten blocks of 35 x 35, as timm's inception_resnet_v2.
# Taps: Mixed_5b and the blocks 2, 4, 6, 8 and 10, side by side, as the authors of AHIQ take them: 6 * 320 channels. Its convolutions without
# padding make 25 x 25 positions of 224 x 224 pixels; they are resampled (bilinear) to a position for every 8 x 8 pixels, those of ViT-B/8.
class Mixed5b(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  branch0 : __torch__.ahiq.layer.Layer
  branch1_0 : __torch__.ahiq.layer.Layer
  branch1_1 : __torch__.ahiq.layer.Layer
  branch2_0 : __torch__.ahiq.layer.Layer
  branch2_1 : __torch__.ahiq.layer.Layer
  branch2_2 : __torch__.ahiq.layer.Layer
  branch3 : __torch__.ahiq.layer.Layer

  def forward(self: __torch__.ahiq.inception.Mixed5b, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    a = torch.relu((self.branch0).forward(x, measure, measured, ))
    b = torch.relu((self.branch1_0).forward(x, measure, measured, ))
    b = torch.relu((self.branch1_1).forward(b, measure, measured, ))
    c = torch.relu((self.branch2_0).forward(x, measure, measured, ))
    c = torch.relu((self.branch2_1).forward(c, measure, measured, ))
    c = torch.relu((self.branch2_2).forward(c, measure, measured, ))
    d = torch.avg_pool2d(x, [3, 3], [1, 1], [1, 1], False, False)
    d = torch.relu((self.branch3).forward(d, measure, measured, ))
    return torch.cat([a, b, c, d], 1)

class Block35(Module):
  __parameters__ = ["join_weight", "join_bias", ]
  __buffers__ = []
  training : bool
  branch0 : __torch__.ahiq.layer.Layer
  branch1_0 : __torch__.ahiq.layer.Layer
  branch1_1 : __torch__.ahiq.layer.Layer
  branch2_0 : __torch__.ahiq.layer.Layer
  branch2_1 : __torch__.ahiq.layer.Layer
  branch2_2 : __torch__.ahiq.layer.Layer
  join_weight : Tensor
  join_bias : Tensor

  def forward(self: __torch__.ahiq.inception.Block35, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    a = torch.relu((self.branch0).forward(x, measure, measured, ))
    b = torch.relu((self.branch1_0).forward(x, measure, measured, ))
    b = torch.relu((self.branch1_1).forward(b, measure, measured, ))
    c = torch.relu((self.branch2_0).forward(x, measure, measured, ))
    c = torch.relu((self.branch2_1).forward(c, measure, measured, ))
    c = torch.relu((self.branch2_2).forward(c, measure, measured, ))
    y = torch.conv2d(torch.cat([a, b, c], 1), self.join_weight, self.join_bias)
    return torch.relu(y * 0.17 + x)

class InceptionResNet(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1a : __torch__.ahiq.layer.Layer
  conv2a : __torch__.ahiq.layer.Layer
  conv2b : __torch__.ahiq.layer.Layer
  conv3b : __torch__.ahiq.layer.Layer
  conv4a : __torch__.ahiq.layer.Layer
  mixed5b : __torch__.ahiq.inception.Mixed5b
  block0 : __torch__.ahiq.inception.Block35
  block1 : __torch__.ahiq.inception.Block35
  block2 : __torch__.ahiq.inception.Block35
  block3 : __torch__.ahiq.inception.Block35
  block4 : __torch__.ahiq.inception.Block35
  block5 : __torch__.ahiq.inception.Block35
  block6 : __torch__.ahiq.inception.Block35
  block7 : __torch__.ahiq.inception.Block35
  block8 : __torch__.ahiq.inception.Block35
  block9 : __torch__.ahiq.inception.Block35

  def forward(self: __torch__.ahiq.inception.InceptionResNet, image: Tensor) -> Tensor:
    return (self).features(image, False, annotate(List[Tensor], []), )

  # Statistics of all batch norms, in the order of the data flow
  def batch_statistics(self: __torch__.ahiq.inception.InceptionResNet, image: Tensor) -> List[Tensor]:
    measured = annotate(List[Tensor], [])
    _0 = (self).features(image, True, measured, )
    return measured

  def features(self: __torch__.ahiq.inception.InceptionResNet, image: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    x = torch.contiguous(image, memory_format=2)
    x = torch.relu((self.conv1a).forward(x, measure, measured, ))
    x = torch.relu((self.conv2a).forward(x, measure, measured, ))
    x = torch.relu((self.conv2b).forward(x, measure, measured, ))
    x = torch.max_pool2d(x, [3, 3], [2, 2])
    x = torch.relu((self.conv3b).forward(x, measure, measured, ))
    x = torch.relu((self.conv4a).forward(x, measure, measured, ))
    x = torch.max_pool2d(x, [3, 3], [2, 2])
    x = (self.mixed5b).forward(x, measure, measured, )
    x0 = (self.block0).forward(x, measure, measured, )
    x1 = (self.block1).forward(x0, measure, measured, )
    x2 = (self.block2).forward(x1, measure, measured, )
    x3 = (self.block3).forward(x2, measure, measured, )
    x4 = (self.block4).forward(x3, measure, measured, )
    x5 = (self.block5).forward(x4, measure, measured, )
    x6 = (self.block6).forward(x5, measure, measured, )
    x7 = (self.block7).forward(x6, measure, measured, )
    x8 = (self.block8).forward(x7, measure, measured, )
    x9 = (self.block9).forward(x8, measure, measured, )
    taps = torch.cat([x, x1, x3, x5, x7, x9], 1)
    size = [torch.floordiv(torch.size(image, 2), 8), torch.floordiv(torch.size(image, 3), 8)]
    return torch.permute(torch.upsample_bilinear2d(taps, size, False), [0, 2, 3, 1])
