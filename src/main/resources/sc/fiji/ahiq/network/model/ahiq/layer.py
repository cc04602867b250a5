# A convolution without bias and the batch norm behind it, in one. It uses the running statistics, folded into the convolution; or,
# to measure those of a batch, it normalises with these and appends mean and variance (2, channels) to a list.
class Layer(Module):
  __parameters__ = ["weight", "norm_weight", "norm_bias", ]
  __buffers__ = ["norm_mean", "norm_var", ]
  training : bool
  stride : int
  padding : int
  epsilon : float
  weight : Tensor
  norm_weight : Tensor
  norm_bias : Tensor
  norm_mean : Tensor
  norm_var : Tensor

  def forward(self: __torch__.ahiq.layer.Layer, x: Tensor, measure: bool, measured: List[Tensor]) -> Tensor:
    stride = [self.stride, self.stride]
    padding = [self.padding, self.padding]
    if measure:
      y0 = torch.conv2d(x, self.weight, None, stride, padding)
      variance, mean, = torch.var_mean(y0, [0, 2, 3], False)
      _0 = torch.append(measured, torch.stack([mean, variance]))
      scale0 = self.norm_weight * torch.rsqrt(variance + self.epsilon)
      shift0 = self.norm_bias - mean * scale0
      y = y0 * torch.reshape(scale0, [-1, 1, 1]) + torch.reshape(shift0, [-1, 1, 1])
    else:
      scale = self.norm_weight * torch.rsqrt(self.norm_var + self.epsilon)
      weight = torch.to(self.weight * torch.reshape(scale, [-1, 1, 1, 1]), ops.prim.dtype(x))
      bias = torch.to(self.norm_bias - self.norm_mean * scale, ops.prim.dtype(x))
      y = torch.conv2d(x, weight, bias, stride, padding)
    return y
