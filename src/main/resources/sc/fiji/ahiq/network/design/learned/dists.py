# DISTS (Ding et al., PAMI 2022). The first feature set is the image itself.
class Dists(Module):
  __parameters__ = []
  __buffers__ = ["mean", "std", ]
  training : bool
  features : __torch__.learned.vgg16.Vgg16
  mean : Tensor
  std : Tensor

  # RGB (1, 3, height, width) in 0..1 -> six feature sets
  def encode(self: __torch__.learned.dists.Dists, image: Tensor) -> List[Tensor]:
    x = torch.div(torch.sub(image, self.mean), self.std)
    tap0, tap1, tap2, tap3, tap4, = (self.features).textures(x, )
    return [image, torch.to(tap0, 6), torch.to(tap1, 6), torch.to(tap2, 6), torch.to(tap3, 6), torch.to(tap4, 6)]

  # Of each set (5, channels): means of reference and distorted image, their variances, and their covariance; and the number of
  # places
  def compare(self: __torch__.learned.dists.Dists, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    moments = annotate(List[Tensor], [])
    for k in range(torch.len(distorted)):
      r = torch.flatten(torch.squeeze(reference[k], 0), 1)
      d = torch.flatten(torch.squeeze(distorted[k], 0), 1)
      mean_r = torch.mean(r, [1], True)
      mean_d = torch.mean(d, [1], True)
      r = torch.sub(r, mean_r)
      d = torch.sub(d, mean_d)
      covariance = torch.mean(torch.mul(r, d), [1])
      variance_r = torch.mean(torch.mul_(r, r), [1])
      variance_d = torch.mean(torch.mul_(d, d), [1])
      moments = torch.append(moments, torch.stack([torch.squeeze(mean_r, 1), torch.squeeze(mean_d, 1), variance_r, variance_d, covariance]))
      moments = torch.append(moments, torch.full([1], torch.size(r, 1), dtype=6))
    return moments
