# LPIPS version 0.1 (Zhang et al., CVPR 2018) and ST-LPIPS (Ghildyal and Liu, ECCV 2022) over the features of several networks.
# The weights of all taps follow each other in one tensor.
class Heads(Module):
  __parameters__ = ["lin", ]
  __buffers__ = ["shift", "scale", ]
  training : bool
  lin : Tensor
  shift : Tensor
  scale : Tensor

  # RGB in 0..1 -> what the networks take
  def rescale(self: __torch__.learned.lpips.Heads, image: Tensor) -> Tensor:
    return torch.div(torch.sub(torch.sub(torch.mul(image, 2.), 1.), self.shift), self.scale)

  # Every pixel of every tap as a vector of length 1
  def normalize(self: __torch__.learned.lpips.Heads, taps: List[Tensor]) -> List[Tensor]:
    units = annotate(List[Tensor], [])
    for k in range(torch.len(taps)):
      tap = torch.to(taps[k], 6)
      length = torch.linalg_vector_norm(tap, 2, [1], True)
      units = torch.append(units, torch.div(tap, torch.add(length, 1e-10)))
    return units

  # Normalised taps -> weighted squared distances (batch, 1, height, width) of each tap
  def distances(self: __torch__.learned.lpips.Heads, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    maps = annotate(List[Tensor], [])
    first = 0
    for k in range(torch.len(distorted)):
      difference = torch.sub(distorted[k], reference[k])
      channels = torch.size(difference, 1)
      weight = torch.reshape(torch.narrow(self.lin, 0, first, channels), [1, channels, 1, 1])
      maps = torch.append(maps, torch.conv2d(torch.mul_(difference, difference), weight))
      first = torch.add(first, channels)
    return maps

class LpipsAlex(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : __torch__.learned.lpips.Heads
  features : __torch__.learned.alexnet.AlexNet

  def taps(self: __torch__.learned.lpips.LpipsAlex, image: Tensor) -> List[Tensor]:
    return (self.features).forward((self.heads).rescale(image, ), )

  def encode(self: __torch__.learned.lpips.LpipsAlex, image: Tensor) -> List[Tensor]:
    return (self.heads).normalize((self).taps(image, ), )

  def compare(self: __torch__.learned.lpips.LpipsAlex, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return (self.heads).distances(reference, distorted, )

class LpipsVgg(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : __torch__.learned.lpips.Heads
  features : __torch__.learned.vgg16.Vgg16

  def taps(self: __torch__.learned.lpips.LpipsVgg, image: Tensor) -> List[Tensor]:
    return (self.features).forward((self.heads).rescale(image, ), )

  def encode(self: __torch__.learned.lpips.LpipsVgg, image: Tensor) -> List[Tensor]:
    return (self.heads).normalize((self).taps(image, ), )

  def compare(self: __torch__.learned.lpips.LpipsVgg, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return (self.heads).distances(reference, distorted, )

class LpipsSqueeze(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : __torch__.learned.lpips.Heads
  features : __torch__.learned.squeezenet.SqueezeNet

  def taps(self: __torch__.learned.lpips.LpipsSqueeze, image: Tensor) -> List[Tensor]:
    return (self.features).forward((self.heads).rescale(image, ), )

  def encode(self: __torch__.learned.lpips.LpipsSqueeze, image: Tensor) -> List[Tensor]:
    return (self.heads).normalize((self).taps(image, ), )

  def compare(self: __torch__.learned.lpips.LpipsSqueeze, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return (self.heads).distances(reference, distorted, )

class StLpipsAlex(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : __torch__.learned.lpips.Heads
  features : __torch__.learned.alexnet.AlexNet

  def taps(self: __torch__.learned.lpips.StLpipsAlex, image: Tensor) -> List[Tensor]:
    return (self.features).shift_tolerant((self.heads).rescale(image, ), )

  def encode(self: __torch__.learned.lpips.StLpipsAlex, image: Tensor) -> List[Tensor]:
    return (self.heads).normalize((self).taps(image, ), )

  def compare(self: __torch__.learned.lpips.StLpipsAlex, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return (self.heads).distances(reference, distorted, )

class StLpipsVgg(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : __torch__.learned.lpips.Heads
  features : __torch__.learned.vgg16.Vgg16

  def taps(self: __torch__.learned.lpips.StLpipsVgg, image: Tensor) -> List[Tensor]:
    return (self.features).shift_tolerant((self.heads).rescale(image, ), )

  def encode(self: __torch__.learned.lpips.StLpipsVgg, image: Tensor) -> List[Tensor]:
    return (self.heads).normalize((self).taps(image, ), )

  def compare(self: __torch__.learned.lpips.StLpipsVgg, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    return (self.heads).distances(reference, distorted, )
