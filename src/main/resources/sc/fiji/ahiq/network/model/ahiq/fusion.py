# Fusion of the CNN features with the ViT features of the reference: a deformable convolution (Dai et al., ICCV 2017, without
# modulation, one offset group, 3 x 3, zero outside) whose offsets come from the ViT features, then two convolutions.
# Features are channels last: (batch, height, width, channels).
class DeformableFusion(Module):
  __parameters__ = ["offset_weight", "offset_bias", "deform_weight", "deform_bias", "conv0_weight", "conv0_bias", "conv2_weight", "conv2_bias", ]
  __buffers__ = []
  training : bool
  offset_weight : Tensor
  offset_bias : Tensor
  deform_weight : Tensor
  deform_bias : Tensor
  conv0_weight : Tensor
  conv0_bias : Tensor
  conv2_weight : Tensor
  conv2_bias : Tensor

  # vit (batch, grid, grid, channels) -> offsets (batch, size, size, 18), (dy, dx) of tap 0, of tap 1, ...
  # The 3 x 3 convolution of the nearest-upsampled features: every tap is a linear map, which commutes with the
  # upsampling, so the taps are applied on the small grid, then upsampled, shifted and added.
  def offsets(self: __torch__.ahiq.fusion.DeformableFusion, vit: Tensor, size: int) -> Tensor:
    channels = torch.size(self.offset_weight, 0)
    weight = torch.reshape(torch.permute(self.offset_weight, [2, 3, 0, 1]), [9 * channels, -1])
    taps = torch.linear(vit, weight)
    dtype = torch.promote_types(ops.prim.dtype(taps), 6)
    taps = torch.to(taps, dtype)
    scale = torch.floordiv(size, torch.size(vit, 1))
    taps = torch.repeat_interleave(torch.repeat_interleave(taps, scale, 1), scale, 2)
    taps = torch.constant_pad_nd(taps, [0, 0, 1, 1, 1, 1])
    offsets = torch.expand(torch.to(self.offset_bias, dtype), [torch.size(vit, 0), size, size, channels])
    for tap in range(9):
      rows = torch.narrow(taps, 1, torch.floordiv(tap, 3), size)
      shifted = torch.narrow(rows, 2, torch.remainder(tap, 3), size)
      offsets = offsets + torch.narrow(shifted, 3, tap * channels, channels)
    return offsets

  # cnn (batch, height, width, channels), offsets (batch, height, width, 18) -> bilinear samples of the nine taps side by side:
  # (batch, height, width, 9 * channels). A weighted gather of four rows per sample. What lies outside has weight zero, and NaN
  # if its position is not finite, so that a broken network does not give a score.
  def sample(self: __torch__.ahiq.fusion.DeformableFusion, cnn: Tensor, offsets: Tensor) -> Tensor:
    batch, height, width, channels, = torch.size(cnn)
    device = ops.prim.device(cnn)
    tap = torch.arange(9, device=device)
    row = torch.reshape(torch.arange(height, device=device), [height, 1, 1]) + torch.floor_divide(tap, 3) - 1
    column = torch.reshape(torch.arange(width, device=device), [width, 1]) + torch.remainder(tap, 3) - 1
    y = row + torch.slice(offsets, 3, 0, None, 2)
    x = column + torch.slice(offsets, 3, 1, None, 2)
    y0 = torch.floor(y)
    x0 = torch.floor(x)
    yy = torch.stack([y0, y0, y0 + 1., y0 + 1.], -1)
    xx = torch.stack([x0, x0 + 1., x0, x0 + 1.], -1)
    weight = (1. - torch.abs(torch.unsqueeze(y, -1) - yy)) * (1. - torch.abs(torch.unsqueeze(x, -1) - xx))
    inside = torch.__and__(torch.__and__(torch.ge(yy, 0), torch.lt(yy, height)), torch.__and__(torch.ge(xx, 0), torch.lt(xx, width)))
    zero = torch.unsqueeze(y - y + (x - x), -1)
    weight = torch.where(inside, weight, zero)
    image = torch.reshape(torch.arange(batch, device=device), [batch, 1, 1, 1, 1])
    index = (image * height + torch.where(inside, yy, 0.)) * width + torch.where(inside, xx, 0.)
    table = torch.reshape(cnn, [batch * height * width, channels])
    bags = torch.arange(0, batch * height * width * 36, 4, device=device)
    samples, _0, _1, _2, = torch.embedding_bag(table, torch.flatten(torch.to(index, 4)), bags, False, 0, False, torch.flatten(torch.to(weight, ops.prim.dtype(cnn))))
    return torch.reshape(samples, [batch, height, width, 9 * channels])

  # samples (batch, height, width, 9 * channels) -> (batch, height, width, channels)
  def deform(self: __torch__.ahiq.fusion.DeformableFusion, samples: Tensor) -> Tensor:
    weight = torch.flatten(torch.permute(self.deform_weight, [0, 2, 3, 1]), 1)
    return torch.linear(samples, weight, self.deform_bias)

  # features (batch, height, width, channels) -> (batch, grid, grid, channels). The strides 2 and 1 of the published network where there are two
  # positions to a patch, 2 and 2 where there are four, 1 and 1 where there is one.
  def reduce(self: __torch__.ahiq.fusion.DeformableFusion, features: Tensor, grid: int) -> Tensor:
    x = torch.permute(features, [0, 3, 1, 2])
    ratio = torch.floordiv(torch.size(features, 1), grid)
    first = ops.prim.min(ratio, 2)
    x = torch.relu(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [first, first], [1, 1]))
    stride = torch.floordiv(ratio, first)
    x = torch.conv2d(x, self.conv2_weight, self.conv2_bias, [stride, stride], [1, 1])
    return torch.permute(x, [0, 2, 3, 1])

# Fusion without offsets (the row 'concat' of the paper's table 6): the CNN features go through the same two convolutions as they
# are, and the regressor joins them with the ViT features. Also what remains of the fusion when there is a CNN alone.
class ConcatFusion(Module):
  __parameters__ = ["conv0_weight", "conv0_bias", "conv2_weight", "conv2_bias", ]
  __buffers__ = []
  training : bool
  conv0_weight : Tensor
  conv0_bias : Tensor
  conv2_weight : Tensor
  conv2_bias : Tensor

  # None: (batch, 0)
  def offsets(self: __torch__.ahiq.fusion.ConcatFusion, vit: Tensor, size: int) -> Tensor:
    return torch.narrow(torch.flatten(vit, 1), 1, 0, 0)

  def sample(self: __torch__.ahiq.fusion.ConcatFusion, cnn: Tensor, offsets: Tensor) -> Tensor:
    return cnn

  def deform(self: __torch__.ahiq.fusion.ConcatFusion, samples: Tensor) -> Tensor:
    return samples

  # features (batch, height, width, channels) -> (batch, grid, grid, channels). The strides 2 and 1 of the published network where there are two
  # positions to a patch, 2 and 2 where there are four, 1 and 1 where there is one.
  def reduce(self: __torch__.ahiq.fusion.ConcatFusion, features: Tensor, grid: int) -> Tensor:
    x = torch.permute(features, [0, 3, 1, 2])
    ratio = torch.floordiv(torch.size(features, 1), grid)
    first = ops.prim.min(ratio, 2)
    x = torch.relu(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [first, first], [1, 1]))
    stride = torch.floordiv(ratio, first)
    x = torch.conv2d(x, self.conv2_weight, self.conv2_bias, [stride, stride], [1, 1])
    return torch.permute(x, [0, 2, 3, 1])
