# TOPIQ, full reference (Chen et al., TIP 2024): CFANet over the features of ResNet-50.
class Encoder(Module):
  __parameters__ = ["in_weight", "in_bias", "out_weight", "out_bias", "linear1_weight", "linear1_bias", "linear2_weight", "linear2_bias", "norm1_weight", "norm1_bias", "norm2_weight", "norm2_bias", ]
  __buffers__ = []
  training : bool
  in_weight : Tensor
  in_bias : Tensor
  out_weight : Tensor
  out_bias : Tensor
  linear1_weight : Tensor
  linear1_bias : Tensor
  linear2_weight : Tensor
  linear2_bias : Tensor
  norm1_weight : Tensor
  norm1_bias : Tensor
  norm2_weight : Tensor
  norm2_bias : Tensor

  # tokens (1, count, 256): a Transformer layer whose norms come first
  def forward(self: __torch__.learned.topiq.Encoder, x: Tensor) -> Tensor:
    y = torch.layer_norm(x, [256], self.norm1_weight, self.norm1_bias, 1e-05)
    q, k, v, = torch.unbind(torch.permute(torch.reshape(torch.linear(y, self.in_weight, self.in_bias), [1, -1, 3, 4, 64]), [2, 0, 3, 1, 4]))
    y = torch.flatten(torch.transpose(torch.scaled_dot_product_attention(q, k, v), 1, 2), 2)
    x1 = torch.add(x, torch.linear(y, self.out_weight, self.out_bias))
    y = torch.layer_norm(x1, [256], self.norm2_weight, self.norm2_bias, 1e-05)
    y = torch.linear(torch.gelu(torch.linear(y, self.linear1_weight, self.linear1_bias)), self.linear2_weight, self.linear2_bias)
    return torch.add(x1, y)

class Cross(Module):
  __parameters__ = ["in_weight", "in_bias", "out_weight", "out_bias", "linear1_weight", "linear1_bias", "linear2_weight", "linear2_bias", "norm1_weight", "norm1_bias", "norm2_weight", "norm2_bias", "norm3_weight", "norm3_bias", ]
  __buffers__ = []
  training : bool
  in_weight : Tensor
  in_bias : Tensor
  out_weight : Tensor
  out_bias : Tensor
  linear1_weight : Tensor
  linear1_bias : Tensor
  linear2_weight : Tensor
  linear2_bias : Tensor
  norm1_weight : Tensor
  norm1_bias : Tensor
  norm2_weight : Tensor
  norm2_bias : Tensor
  norm3_weight : Tensor
  norm3_bias : Tensor

  # The same with keys and values of other tokens, and without attention to itself
  def forward(self: __torch__.learned.topiq.Cross, x: Tensor, memory: Tensor) -> Tensor:
    y = torch.layer_norm(x, [256], self.norm1_weight, self.norm1_bias, 1e-05)
    m = torch.layer_norm(memory, [256], self.norm2_weight, self.norm2_bias, 1e-05)
    y = torch.scaled_dot_product_attention((self).project(y, 0, ), (self).project(m, 256, ), (self).project(m, 512, ))
    y = torch.flatten(torch.transpose(y, 1, 2), 2)
    x1 = torch.add(x, torch.linear(y, self.out_weight, self.out_bias))
    y = torch.layer_norm(x1, [256], self.norm3_weight, self.norm3_bias, 1e-05)
    y = torch.linear(torch.gelu(torch.linear(y, self.linear1_weight, self.linear1_bias)), self.linear2_weight, self.linear2_bias)
    return torch.add(x1, y)

  def project(self: __torch__.learned.topiq.Cross, x: Tensor, first: int) -> Tensor:
    y = torch.linear(x, torch.narrow(self.in_weight, 0, first, 256), torch.narrow(self.in_bias, 0, first, 256))
    return torch.transpose(torch.reshape(y, [1, -1, 4, 64]), 1, 2)

class Level(Module):
  __parameters__ = ["pool0_weight", "pool0_bias", "pool2_weight", "pool2_bias", "pool4_weight", "pool4_bias", "reduce_weight", "reduce_bias", ]
  __buffers__ = []
  training : bool
  attention : __torch__.learned.topiq.Encoder
  pool0_weight : Tensor
  pool0_bias : Tensor
  pool2_weight : Tensor
  pool2_bias : Tensor
  pool4_weight : Tensor
  pool4_bias : Tensor
  reduce_weight : Tensor
  reduce_bias : Tensor

  def difference(self: __torch__.learned.topiq.Level, reference: Tensor, distorted: Tensor) -> Tensor:
    d = torch.sub(distorted, reference)
    return torch.sqrt_(torch.add_(torch.mul_(d, d), 1e-12))

  # Where the images differ in a way that counts: (1, 1, height, width) in 0..1
  def weight(self: __torch__.learned.topiq.Level, difference: Tensor) -> Tensor:
    y = torch.gelu(torch.conv2d(difference, self.pool0_weight, self.pool0_bias))
    y = torch.gelu(torch.conv2d(y, self.pool2_weight, self.pool2_bias, [1, 1], [1, 1]))
    return torch.sigmoid(torch.conv2d(y, self.pool4_weight, self.pool4_bias, [1, 1], [1, 1]))

  # -> tokens (1, count, 256), one for each place of the position map
  def forward(self: __torch__.learned.topiq.Level, reference: Tensor, distorted: Tensor, position: Tensor) -> Tensor:
    difference = (self).difference(reference, distorted, )
    x = torch.mul(torch.cat([distorted, reference, difference], 1), (self).weight(difference, ))
    height = torch.size(position, 2)
    width = torch.size(position, 3)
    if torch.__and__(torch.gt(torch.size(x, 2), height), torch.gt(torch.size(x, 3), width)):
      y = torch.adaptive_avg_pool2d(x, [height, width])
    else:
      y = x
    y = torch.add(torch.gelu(torch.conv2d(y, self.reduce_weight, self.reduce_bias)), position)
    return (self.attention).forward(torch.transpose(torch.flatten(y, 2), 1, 2), )

class Topiq(Module):
  __parameters__ = ["h_emb", "w_emb", "norm0_weight", "norm0_bias", "linear1_weight", "linear1_bias", "norm3_weight", "norm3_bias", "linear4_weight", "linear4_bias", "linear6_weight", "linear6_bias", ]
  __buffers__ = ["mean", "std", ]
  training : bool
  features : __torch__.learned.resnet50.ResNet50
  level0 : __torch__.learned.topiq.Level
  level1 : __torch__.learned.topiq.Level
  level2 : __torch__.learned.topiq.Level
  level3 : __torch__.learned.topiq.Level
  level4 : __torch__.learned.topiq.Level
  cross0 : __torch__.learned.topiq.Cross
  cross1 : __torch__.learned.topiq.Cross
  cross2 : __torch__.learned.topiq.Cross
  cross3 : __torch__.learned.topiq.Cross
  pooling : __torch__.learned.topiq.Encoder
  h_emb : Tensor
  w_emb : Tensor
  norm0_weight : Tensor
  norm0_bias : Tensor
  linear1_weight : Tensor
  linear1_bias : Tensor
  norm3_weight : Tensor
  norm3_bias : Tensor
  linear4_weight : Tensor
  linear4_bias : Tensor
  linear6_weight : Tensor
  linear6_bias : Tensor
  mean : Tensor
  std : Tensor

  # RGB (1, 3, height, width) in 0..1 -> five feature maps
  def encode(self: __torch__.learned.topiq.Topiq, image: Tensor) -> List[Tensor]:
    x0, x1, x2, x3, x4, = (self.features).forward(torch.div(torch.sub(image, self.mean), self.std), )
    return [torch.to(x0, 6), torch.to(x1, 6), torch.to(x2, 6), torch.to(x3, 6), torch.to(x4, 6)]

  # -> the score (1); higher is better
  def compare(self: __torch__.learned.topiq.Topiq, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return [(self).score((self).pool((self).query((self).tokens(reference, distorted, ), ), ), )]

  def position(self: __torch__.learned.topiq.Topiq, height: int, width: int) -> Tensor:
    rows = torch.expand(self.h_emb, [-1, -1, -1, 32])
    map = torch.cat([rows, torch.expand(self.w_emb, [-1, -1, 32, -1])], 1)
    return torch.upsample_bicubic2d(map, [height, width], False, None)

  def tokens(self: __torch__.learned.topiq.Topiq, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    position = (self).position(torch.size(reference[4], 2), torch.size(reference[4], 3), )
    t0 = (self.level0).forward(reference[0], distorted[0], position, )
    t1 = (self.level1).forward(reference[1], distorted[1], position, )
    t2 = (self.level2).forward(reference[2], distorted[2], position, )
    t3 = (self.level3).forward(reference[3], distorted[3], position, )
    t4 = (self.level4).forward(reference[4], distorted[4], position, )
    return [t0, t1, t2, t3, t4]

  def query(self: __torch__.learned.topiq.Topiq, tokens: List[Tensor]) -> Tensor:
    q = (self.cross0).forward(tokens[4], tokens[3], )
    q = (self.cross1).forward(q, tokens[2], )
    q = (self.cross2).forward(q, tokens[1], )
    return (self.cross3).forward(q, tokens[0], )

  def pool(self: __torch__.learned.topiq.Topiq, query: Tensor) -> Tensor:
    return torch.mean((self.pooling).forward(query, ), [1])

  def score(self: __torch__.learned.topiq.Topiq, pooled: Tensor) -> Tensor:
    x = torch.layer_norm(pooled, [256], self.norm0_weight, self.norm0_bias, 1e-05)
    x = torch.gelu(torch.linear(x, self.linear1_weight, self.linear1_bias))
    x = torch.layer_norm(x, [256], self.norm3_weight, self.norm3_bias, 1e-05)
    x = torch.gelu(torch.linear(x, self.linear4_weight, self.linear4_bias))
    return torch.flatten(torch.linear(x, self.linear6_weight, self.linear6_bias))
