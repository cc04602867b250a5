# ResNet-50 (He et al., CVPR 2016) with the stride of a stage in the 3 x 3 convolution of its first block.
class Bottleneck(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1 : __torch__.learned.convnorm.ConvNorm
  conv2 : __torch__.learned.convnorm.ConvNorm
  conv3 : __torch__.learned.convnorm.ConvNorm

  def forward(self: __torch__.learned.resnet50.Bottleneck, x: Tensor, shortcut: Tensor) -> Tensor:
    y = (self.conv2).relu((self.conv1).relu(x, 1e-05, ), 1e-05, )
    return torch.relu_(torch.add((self.conv3).forward(y, 1e-05, ), shortcut))

class ResNet50(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.learned.convnorm.ConvNorm
  downsample1 : __torch__.learned.convnorm.ConvNorm
  layer1_0 : __torch__.learned.resnet50.Bottleneck
  layer1_1 : __torch__.learned.resnet50.Bottleneck
  layer1_2 : __torch__.learned.resnet50.Bottleneck
  downsample2 : __torch__.learned.convnorm.ConvNorm
  layer2_0 : __torch__.learned.resnet50.Bottleneck
  layer2_1 : __torch__.learned.resnet50.Bottleneck
  layer2_2 : __torch__.learned.resnet50.Bottleneck
  layer2_3 : __torch__.learned.resnet50.Bottleneck
  downsample3 : __torch__.learned.convnorm.ConvNorm
  layer3_0 : __torch__.learned.resnet50.Bottleneck
  layer3_1 : __torch__.learned.resnet50.Bottleneck
  layer3_2 : __torch__.learned.resnet50.Bottleneck
  layer3_3 : __torch__.learned.resnet50.Bottleneck
  layer3_4 : __torch__.learned.resnet50.Bottleneck
  layer3_5 : __torch__.learned.resnet50.Bottleneck
  downsample4 : __torch__.learned.convnorm.ConvNorm
  layer4_0 : __torch__.learned.resnet50.Bottleneck
  layer4_1 : __torch__.learned.resnet50.Bottleneck
  layer4_2 : __torch__.learned.resnet50.Bottleneck

  # image (batch, 3, height, width) -> outputs of the stem and the four stages: 64, 256, 512, 1024 and 2048 channels
  def forward(self: __torch__.learned.resnet50.ResNet50, image: Tensor) -> List[Tensor]:
    x0 = (self.stem).relu(torch.to(image, ops.prim.dtype(self.stem.weight)), 1e-05, )
    x = torch.max_pool2d(x0, [3, 3], [2, 2], [1, 1])
    x = (self.layer1_0).forward(x, (self.downsample1).forward(x, 1e-05, ), )
    x = (self.layer1_1).forward(x, x, )
    x1 = (self.layer1_2).forward(x, x, )
    x = x1
    x = (self.layer2_0).forward(x, (self.downsample2).forward(x, 1e-05, ), )
    x = (self.layer2_1).forward(x, x, )
    x = (self.layer2_2).forward(x, x, )
    x2 = (self.layer2_3).forward(x, x, )
    x = x2
    x = (self.layer3_0).forward(x, (self.downsample3).forward(x, 1e-05, ), )
    x = (self.layer3_1).forward(x, x, )
    x = (self.layer3_2).forward(x, x, )
    x = (self.layer3_3).forward(x, x, )
    x = (self.layer3_4).forward(x, x, )
    x3 = (self.layer3_5).forward(x, x, )
    x = x3
    x = (self.layer4_0).forward(x, (self.downsample4).forward(x, 1e-05, ), )
    x = (self.layer4_1).forward(x, x, )
    x4 = (self.layer4_2).forward(x, x, )
    return [x0, x1, x2, x3, x4]
