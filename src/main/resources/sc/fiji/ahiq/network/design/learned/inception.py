# Inception-ResNet-v2 (Szegedy et al., AAAI 2017) up to its ten blocks of the first size, as timm and Cadene name it.
class Mixed(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  branch0 : __torch__.learned.convnorm.ConvNorm
  branch1_0 : __torch__.learned.convnorm.ConvNorm
  branch1_1 : __torch__.learned.convnorm.ConvNorm
  branch2_0 : __torch__.learned.convnorm.ConvNorm
  branch2_1 : __torch__.learned.convnorm.ConvNorm
  branch2_2 : __torch__.learned.convnorm.ConvNorm
  branch3_1 : __torch__.learned.convnorm.ConvNorm

  def forward(self: __torch__.learned.inception.Mixed, x: Tensor) -> Tensor:
    y0 = (self.branch0).relu(x, 0.001, )
    y1 = (self.branch1_1).relu((self.branch1_0).relu(x, 0.001, ), 0.001, )
    y2 = (self.branch2_2).relu((self.branch2_1).relu((self.branch2_0).relu(x, 0.001, ), 0.001, ), 0.001, )
    mean = torch.avg_pool2d(x, [3, 3], [1, 1], [1, 1], False, False)
    return torch.cat([y0, y1, y2, (self.branch3_1).relu(mean, 0.001, )], 1)

class Block(Module):
  __parameters__ = ["join_weight", "join_bias", ]
  __buffers__ = []
  training : bool
  branch0 : __torch__.learned.convnorm.ConvNorm
  branch1_0 : __torch__.learned.convnorm.ConvNorm
  branch1_1 : __torch__.learned.convnorm.ConvNorm
  branch2_0 : __torch__.learned.convnorm.ConvNorm
  branch2_1 : __torch__.learned.convnorm.ConvNorm
  branch2_2 : __torch__.learned.convnorm.ConvNorm
  join_weight : Tensor
  join_bias : Tensor

  def forward(self: __torch__.learned.inception.Block, x: Tensor) -> Tensor:
    y0 = (self.branch0).relu(x, 0.001, )
    y1 = (self.branch1_1).relu((self.branch1_0).relu(x, 0.001, ), 0.001, )
    y2 = (self.branch2_2).relu((self.branch2_1).relu((self.branch2_0).relu(x, 0.001, ), 0.001, ), 0.001, )
    y = torch.conv2d(torch.cat([y0, y1, y2], 1), self.join_weight, self.join_bias)
    return torch.relu_(torch.add(x, torch.mul(y, 0.17000000000000001)))

class Inception(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv1a : __torch__.learned.convnorm.ConvNorm
  conv2a : __torch__.learned.convnorm.ConvNorm
  conv2b : __torch__.learned.convnorm.ConvNorm
  conv3b : __torch__.learned.convnorm.ConvNorm
  conv4a : __torch__.learned.convnorm.ConvNorm
  mixed : __torch__.learned.inception.Mixed
  block0 : __torch__.learned.inception.Block
  block1 : __torch__.learned.inception.Block
  block2 : __torch__.learned.inception.Block
  block3 : __torch__.learned.inception.Block
  block4 : __torch__.learned.inception.Block
  block5 : __torch__.learned.inception.Block
  block6 : __torch__.learned.inception.Block
  block7 : __torch__.learned.inception.Block
  block8 : __torch__.learned.inception.Block
  block9 : __torch__.learned.inception.Block

  # image (batch, 3, height, width) in -1..1 -> six outputs of 320 channels side by side
  def forward(self: __torch__.learned.inception.Inception, image: Tensor) -> Tensor:
    x = torch.to(image, ops.prim.dtype(self.conv1a.weight))
    x = (self.conv2b).relu((self.conv2a).relu((self.conv1a).relu(x, 0.001, ), 0.001, ), 0.001, )
    x = torch.max_pool2d(x, [3, 3], [2, 2])
    x = (self.conv4a).relu((self.conv3b).relu(x, 0.001, ), 0.001, )
    x = torch.max_pool2d(x, [3, 3], [2, 2])
    x = (self.mixed).forward(x, )
    outputs = [x]
    x = (self.block0).forward(x, )
    x = (self.block1).forward(x, )
    outputs = torch.append(outputs, x)
    x = (self.block2).forward(x, )
    x = (self.block3).forward(x, )
    outputs = torch.append(outputs, x)
    x = (self.block4).forward(x, )
    x = (self.block5).forward(x, )
    outputs = torch.append(outputs, x)
    x = (self.block6).forward(x, )
    x = (self.block7).forward(x, )
    outputs = torch.append(outputs, x)
    x = (self.block8).forward(x, )
    x = (self.block9).forward(x, )
    outputs = torch.append(outputs, x)
    return torch.cat(outputs, 1)
