# A convolution without bias and the batch norm after it, which uses its running statistics and is folded into the convolution.
class ConvNorm(Module):
  __parameters__ = ["weight", "norm_weight", "norm_bias", ]
  __buffers__ = ["norm_mean", "norm_var", ]
  training : bool
  stride : int
  padding : int
  weight : Tensor
  norm_weight : Tensor
  norm_bias : Tensor
  norm_mean : Tensor
  norm_var : Tensor

  def forward(self: __torch__.learned.convnorm.ConvNorm, x: Tensor, epsilon: float) -> Tensor:
    scale = torch.mul(self.norm_weight, torch.rsqrt(torch.add(self.norm_var, epsilon)))
    weight = torch.to(torch.mul(self.weight, torch.reshape(scale, [-1, 1, 1, 1])), ops.prim.dtype(x))
    bias = torch.to(torch.sub(self.norm_bias, torch.mul(self.norm_mean, scale)), ops.prim.dtype(x))
    return torch.conv2d(x, weight, bias, [self.stride, self.stride], [self.padding, self.padding])

  def relu(self: __torch__.learned.convnorm.ConvNorm, x: Tensor, epsilon: float) -> Tensor:
    return torch.relu_((self).forward(x, epsilon, ))
