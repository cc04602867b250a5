# A convolution and the ReLU after it.
class Conv(Module):
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  training : bool
  stride : int
  padding : int
  weight : Tensor
  bias : Tensor

  def linear(self: __torch__.learned.conv.Conv, x: Tensor) -> Tensor:
    return torch.conv2d(x, self.weight, self.bias, [self.stride, self.stride], [self.padding, self.padding])

  def forward(self: __torch__.learned.conv.Conv, x: Tensor) -> Tensor:
    return torch.relu_((self).linear(x, ))

  # The image in the precision of the weights, channels last: what convolutions and pooling are fastest in
  def enter(self: __torch__.learned.conv.Conv, image: Tensor) -> Tensor:
    return torch.to(torch.contiguous(image, memory_format=2), ops.prim.dtype(self.weight))
