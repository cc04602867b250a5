# Halving of feature maps by the binomial kernel [1 2 1; 2 4 2; 1 2 1] / 16, each channel by itself.
class Blur(Module):
  __parameters__ = []
  __buffers__ = ["kernel", ]
  training : bool
  kernel : Tensor

  # Of Ghildyal and Liu, ECCV 2022: n becomes floor((n + 1) / 2) + 1, for two mirrored pixels are put around the map
  def binomial(self: __torch__.learned.blur.Blur, x: Tensor) -> Tensor:
    channels = torch.size(x, 1)
    weight = torch.expand(torch.to(self.kernel, ops.prim.dtype(x)), [channels, 1, 3, 3])
    return torch.conv2d(torch.reflection_pad2d(x, [2, 2, 2, 2]), weight, None, [2, 2], [0, 0], [1, 1], channels)

  # The kernels (out, in, n, n) of a convolution blurred: (out, in, n + 2, n + 2)
  def widen(self: __torch__.learned.blur.Blur, weight: Tensor) -> Tensor:
    kernels = torch.unsqueeze(torch.flatten(torch.to(weight, 6), 0, 1), 1)
    wide = torch.conv2d(kernels, self.kernel, None, [1, 1], [2, 2])
    return torch.to(torch.reshape(wide, [torch.size(weight, 0), torch.size(weight, 1), torch.size(wide, 2), -1]), ops.prim.dtype(weight))

  # L2 pooling of DISTS: the root of the blurred squares, in 32 bits; n becomes floor((n + 1) / 2)
  def energy(self: __torch__.learned.blur.Blur, x: Tensor) -> Tensor:
    channels = torch.size(x, 1)
    weight = torch.expand(self.kernel, [channels, 1, 3, 3])
    squares = torch.square(torch.to(x, 6))
    y = torch.conv2d(squares, weight, None, [2, 2], [1, 1], [1, 1], channels)
    return torch.to(torch.sqrt_(torch.add_(y, 1e-12)), ops.prim.dtype(x))
