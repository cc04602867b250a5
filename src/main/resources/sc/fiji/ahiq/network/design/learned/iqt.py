# IQT (Cheon et al., CVPR Workshops 2021): a Transformer over the features of Inception-ResNet-v2. The weights of all layers are
# stacked along a first dimension. No layer before the last shows the decoder more than its first token, so that is all it computes,
# and in 64 bits, which costs little: the rounding of the score is then that of the features.
class Attention(Module):
  __parameters__ = ["query_weight", "query_bias", "key_weight", "key_bias", "value_weight", "value_bias", "out_weight", "out_bias", ]
  __buffers__ = []
  training : bool
  query_weight : Tensor
  query_bias : Tensor
  key_weight : Tensor
  key_bias : Tensor
  value_weight : Tensor
  value_bias : Tensor
  out_weight : Tensor
  out_bias : Tensor

  # Four heads, each as wide as a token
  def forward(self: __torch__.learned.iqt.Attention, queries: Tensor, memory: Tensor, layer: int) -> Tensor:
    q = (self).split((self).linear(queries, self.query_weight[layer], self.query_bias[layer], ), )
    k = (self).split((self).linear(memory, self.key_weight[layer], self.key_bias[layer], ), )
    v = (self).split((self).linear(memory, self.value_weight[layer], self.value_bias[layer], ), )
    y = torch.flatten(torch.transpose(torch.scaled_dot_product_attention(q, k, v), 1, 2), 2)
    return (self).linear(y, self.out_weight[layer], self.out_bias[layer], )

  # In the precision of the tokens
  def linear(self: __torch__.learned.iqt.Attention, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.linear(x, torch.to(weight, ops.prim.dtype(x)), torch.to(bias, ops.prim.dtype(x)))

  def split(self: __torch__.learned.iqt.Attention, x: Tensor) -> Tensor:
    return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), 4, -1]), 1, 2)

class Layers(Module):
  __parameters__ = ["cls_token", "pos_embedding", "norm1_weight", "norm1_bias", "norm2_weight", "norm2_bias", "wide_weight", "wide_bias", "narrow_weight", "narrow_bias", ]
  __buffers__ = []
  training : bool
  attention : __torch__.learned.iqt.Attention
  cls_token : Tensor
  pos_embedding : Tensor
  norm1_weight : Tensor
  norm1_bias : Tensor
  norm2_weight : Tensor
  norm2_bias : Tensor
  wide_weight : Tensor
  wide_bias : Tensor
  narrow_weight : Tensor
  narrow_bias : Tensor

  # tokens (batch, count, dim) -> the same after all layers
  def forward(self: __torch__.learned.iqt.Layers, tokens: Tensor) -> Tensor:
    x = torch.cat([torch.expand(self.cls_token, [torch.size(tokens, 0), 1, -1]), tokens], 1)
    x = torch.add(x, self.pos_embedding)
    for layer in range(torch.size(self.norm1_weight, 0)):
      y = torch.add(x, (self.attention).forward(x, x, layer, ))
      y = (self).norm(y, self.norm1_weight[layer], self.norm1_bias[layer], )
      y = torch.add(y, (self).feed_forward(y, layer, ))
      x = (self).norm(y, self.norm2_weight[layer], self.norm2_bias[layer], )
    return x

  def norm(self: __torch__.learned.iqt.Layers, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    dtype = ops.prim.dtype(x)
    return torch.layer_norm(x, [torch.size(x, 2)], torch.to(weight, dtype), torch.to(bias, dtype), 9.9999999999999998e-13)

  def feed_forward(self: __torch__.learned.iqt.Layers, x: Tensor, layer: int) -> Tensor:
    wide = torch.gelu((self.attention).linear(x, torch.squeeze(self.wide_weight[layer], 2), self.wide_bias[layer], ))
    return (self.attention).linear(wide, torch.squeeze(self.narrow_weight[layer], 2), self.narrow_bias[layer], )

class Decoder(Module):
  __parameters__ = ["norm3_weight", "norm3_bias", ]
  __buffers__ = []
  training : bool
  layers : __torch__.learned.iqt.Layers
  memory_attention : __torch__.learned.iqt.Attention
  norm3_weight : Tensor
  norm3_bias : Tensor

  # memory (batch, count, dim) -> first token (batch, dim) in 64 bits
  def forward(self: __torch__.learned.iqt.Decoder, memory: Tensor) -> Tensor:
    m = torch.to(memory, 7)
    first = torch.add(torch.to(self.layers.cls_token, 7), torch.to(torch.narrow(self.layers.pos_embedding, 1, 0, 1), 7))
    x = torch.expand(first, [torch.size(m, 0), 1, -1])
    for layer in range(torch.size(self.norm3_weight, 0)):
      y = torch.add(x, (self.layers.attention).forward(x, x, layer, ))
      y = (self.layers).norm(y, self.layers.norm1_weight[layer], self.layers.norm1_bias[layer], )
      y = torch.add(y, (self.memory_attention).forward(y, m, layer, ))
      y = (self.layers).norm(y, self.layers.norm2_weight[layer], self.layers.norm2_bias[layer], )
      y = torch.add(y, (self.layers).feed_forward(y, layer, ))
      x = (self.layers).norm(y, self.norm3_weight[layer], self.norm3_bias[layer], )
    return torch.squeeze(x, 1)

class Iqt(Module):
  __parameters__ = ["enter_weight", "enter_bias", "projection0_weight", "projection2_weight", ]
  __buffers__ = []
  training : bool
  features : __torch__.learned.inception.Inception
  encoder : __torch__.learned.iqt.Layers
  decoder : __torch__.learned.iqt.Decoder
  enter_weight : Tensor
  enter_bias : Tensor
  projection0_weight : Tensor
  projection2_weight : Tensor

  # RGB crops (batch, 3, crop, crop) in 0..1 -> features (batch, 1920, grid, grid)
  def encode(self: __torch__.learned.iqt.Iqt, crops: Tensor) -> List[Tensor]:
    return [torch.to((self.features).forward(torch.sub(torch.mul(crops, 2.), 1.), ), 6)]

  # -> scores (batch); higher is better
  def compare(self: __torch__.learned.iqt.Iqt, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return [(self).project((self).token((self).tokens(torch.sub(reference[0], distorted[0]), ), ), )]

  def tokens(self: __torch__.learned.iqt.Iqt, difference: Tensor) -> Tensor:
    x = torch.conv2d(difference, self.enter_weight, self.enter_bias)
    return (self.encoder).forward(torch.transpose(torch.flatten(x, 2), 1, 2), )

  def token(self: __torch__.learned.iqt.Iqt, tokens: Tensor) -> Tensor:
    return (self.decoder).forward(tokens, )

  def project(self: __torch__.learned.iqt.Iqt, token: Tensor) -> Tensor:
    wide = torch.relu_(torch.linear(token, torch.to(self.projection0_weight, 7)))
    return torch.to(torch.flatten(torch.linear(wide, torch.to(self.projection2_weight, 7))), 6)
