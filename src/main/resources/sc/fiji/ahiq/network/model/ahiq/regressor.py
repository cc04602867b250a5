# Regressor of the published network: features of both images -> patch scores and patch weights.
# Features are channels last: (batch, height, width, channels).
class Regressor(Module):
  __parameters__ = ["down_weight", "down_bias", "smooth0_weight", "smooth0_bias", "smooth2_weight", "smooth2_bias", "conv_weight", "conv_bias", ]
  __buffers__ = []
  training : bool
  down_weight : Tensor
  down_bias : Tensor
  smooth0_weight : Tensor
  smooth0_bias : Tensor
  smooth2_weight : Tensor
  smooth2_bias : Tensor
  conv_weight : Tensor
  conv_bias : Tensor
  pooling : __torch__.ahiq.regressor.PatchPooling

  # down_channel on cat(vit, cnn), without making the concatenation
  def down(self: __torch__.ahiq.regressor.Regressor, vit: Tensor, cnn: Tensor) -> Tensor:
    weight = torch.flatten(self.down_weight, 1)
    channels = torch.size(vit, 3)
    x = torch.linear(vit, torch.narrow(weight, 1, 0, channels), self.down_bias)
    return x + torch.linear(cnn, torch.narrow(weight, 1, channels, torch.size(cnn, 3)))

  # The same on the features of the only branch
  def down_alone(self: __torch__.ahiq.regressor.Regressor, features: Tensor) -> Tensor:
    return torch.linear(features, torch.flatten(self.down_weight, 1), self.down_bias)

  # The first convolution sees cat(d - r, d, r), which is linear in d and r: with the weight split into a, b, c it equals
  # the convolution of cat(d, r) with cat(a + b, c - a), a third less work.
  def smooth(self: __torch__.ahiq.regressor.Regressor, distorted: Tensor, reference: Tensor) -> Tensor:
    a, b, c, = torch.chunk(self.smooth0_weight, 3, 1)
    weight = torch.cat([a + b, c - a], 1)
    x = torch.permute(torch.cat([distorted, reference], 3), [0, 3, 1, 2])
    x = torch.relu(torch.conv2d(x, weight, self.smooth0_bias, [1, 1], [1, 1]))
    x = torch.conv2d(x, self.smooth2_weight, self.smooth2_bias, [1, 1], [1, 1])
    x = torch.relu(torch.conv2d(x, self.conv_weight, self.conv_bias, [1, 1], [1, 1]))
    return torch.permute(x, [0, 2, 3, 1])

  def forward(self: __torch__.ahiq.regressor.Regressor, distorted: Tensor, reference: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    return (self.pooling).forward((self).smooth(distorted, reference, ), )

class PatchPooling(Module):
  __parameters__ = ["score_weight", "score_bias", "attention_weight", "attention_bias", ]
  __buffers__ = []
  training : bool
  score_weight : Tensor
  score_bias : Tensor
  attention_weight : Tensor
  attention_bias : Tensor

  # features (batch, grid, grid, channels) -> score (batch), patch scores and patch weights (batch, grid, grid), float32:
  # score = sum(f w) / sum(w)
  def forward(self: __torch__.ahiq.regressor.PatchPooling, features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    x = torch.to(features, torch.promote_types(ops.prim.dtype(features), 6))
    scores = torch.squeeze(torch.linear(x, torch.flatten(self.score_weight, 1), self.score_bias), 3)
    weights = torch.sigmoid(torch.squeeze(torch.linear(x, torch.flatten(self.attention_weight, 1), self.attention_bias), 3))
    score = torch.sum(scores * weights, [1, 2]) / torch.sum(weights, [1, 2])
    return (score, scores, weights)

# The row 'spatial' of the paper's table 8: score = mean(f) over all patches, each of weight 1. There is no attention.
class SpatialPooling(Module):
  __parameters__ = ["score_weight", "score_bias", ]
  __buffers__ = []
  training : bool
  score_weight : Tensor
  score_bias : Tensor

  # As PatchPooling
  def forward(self: __torch__.ahiq.regressor.SpatialPooling, features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    x = torch.to(features, torch.promote_types(ops.prim.dtype(features), 6))
    scores = torch.squeeze(torch.linear(x, torch.flatten(self.score_weight, 1), self.score_bias), 3)
    return (torch.mean(scores, [1, 2]), scores, torch.ones_like(scores))

# The row 'patch + spatial': score = (sum(f w) / sum(w) + mean(f)) / 2. The weights that it gives are those by which the weighted
# mean of the patch scores is this score: (w / mean(w) + 1) / 2.
class BothPooling(Module):
  __parameters__ = ["score_weight", "score_bias", "attention_weight", "attention_bias", ]
  __buffers__ = []
  training : bool
  score_weight : Tensor
  score_bias : Tensor
  attention_weight : Tensor
  attention_bias : Tensor

  # As PatchPooling
  def forward(self: __torch__.ahiq.regressor.BothPooling, features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    x = torch.to(features, torch.promote_types(ops.prim.dtype(features), 6))
    scores = torch.squeeze(torch.linear(x, torch.flatten(self.score_weight, 1), self.score_bias), 3)
    weights = torch.sigmoid(torch.squeeze(torch.linear(x, torch.flatten(self.attention_weight, 1), self.attention_bias), 3))
    patch = torch.sum(scores * weights, [1, 2]) / torch.sum(weights, [1, 2])
    score = (patch + torch.mean(scores, [1, 2])) * 0.5
    return (score, scores, (weights / torch.mean(weights, [1, 2], True) + 1.) * 0.5)
