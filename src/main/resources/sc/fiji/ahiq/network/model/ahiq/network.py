# AHIQ: Attention-based Hybrid Image Quality Assessment (Lao et al., CVPR Workshops 2022).
# Images are (batch, 3, 224, 224), RGB, (v / 255 - 0.5) / 0.5. Everything but the scores is computed in the type of the ViT weights.
class Ahiq(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  vit : __torch__.ahiq.vit.VisionTransformer
  cnn : __torch__.ahiq.resnet.FirstStage
  fusion : __torch__.ahiq.fusion.DeformableFusion
  regressor : __torch__.ahiq.regressor.Regressor

  # score (batch), patch scores and patch weights (batch, grid, grid) of each pair. Fewer references than distorted images
  # are shared by as many of them that follow each other.
  def forward(self: __torch__.ahiq.network.Ahiq, reference: Tensor, distorted: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    offsets, features, = (self).encode(reference, )
    sharing = torch.floordiv(torch.size(distorted, 0), torch.size(reference, 0))
    offsets0 = torch.repeat_interleave(offsets, sharing, 0)
    features0 = torch.repeat_interleave(features, sharing, 0)
    return (self).compare(distorted, offsets0, features0, )

  # What a reference contributes to any comparison with it: offsets and features
  def encode(self: __torch__.ahiq.network.Ahiq, reference: Tensor) -> Tuple[Tensor, Tensor]:
    vit = (self).vit_features(reference, )
    cnn = (self).cnn_features(reference, )
    offsets = (self).offsets(vit, cnn, )
    return (offsets, (self).features(vit, cnn, offsets, ))

  def compare(self: __torch__.ahiq.network.Ahiq, distorted: Tensor, offsets: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    vit = (self).vit_features(distorted, )
    cnn = (self).cnn_features(distorted, )
    features = (self).features(vit, cnn, offsets, )
    return (self).regress(features, reference_features, )

  def features(self: __torch__.ahiq.network.Ahiq, vit: Tensor, cnn: Tensor, offsets: Tensor) -> Tensor:
    deformed = (self).deform((self).sample(cnn, offsets, ), )
    return (self).down(vit, (self).reduce(deformed, vit, ), )

  # The stages of the above, each callable by itself; features are channels last: (batch, height, width, channels)

  def vit_features(self: __torch__.ahiq.network.Ahiq, image: Tensor) -> Tensor:
    tokens = (self.vit).forward(torch.to(image, ops.prim.dtype(self.vit.qkv_weight)), )
    patch = torch.size(self.vit.patch_embed_weight, 2)
    grid = torch.floordiv(torch.size(image, 2), patch)
    return torch.reshape(tokens, [torch.size(tokens, 0), grid, grid, torch.size(tokens, 2)])

  def cnn_features(self: __torch__.ahiq.network.Ahiq, image: Tensor) -> Tensor:
    return (self.cnn).forward(torch.to(image, ops.prim.dtype(self.vit.qkv_weight)), )

  def offsets(self: __torch__.ahiq.network.Ahiq, vit: Tensor, cnn: Tensor) -> Tensor:
    return (self.fusion).offsets(vit, torch.size(cnn, 1), )

  def sample(self: __torch__.ahiq.network.Ahiq, cnn: Tensor, offsets: Tensor) -> Tensor:
    return (self.fusion).sample(cnn, offsets, )

  def deform(self: __torch__.ahiq.network.Ahiq, samples: Tensor) -> Tensor:
    return (self.fusion).deform(samples, )

  def reduce(self: __torch__.ahiq.network.Ahiq, deformed: Tensor, vit: Tensor) -> Tensor:
    return (self.fusion).reduce(deformed, torch.size(vit, 1), )

  def down(self: __torch__.ahiq.network.Ahiq, vit: Tensor, fused: Tensor) -> Tensor:
    return (self.regressor).down(vit, fused, )

  def regress(self: __torch__.ahiq.network.Ahiq, features: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    return (self.regressor).forward(features, reference_features, )

  # Mean and variance (2, channels) before each batch norm of the CNN if all of them normalised the given images
  def batch_statistics(self: __torch__.ahiq.network.Ahiq, image: Tensor) -> List[Tensor]:
    return (self.cnn).batch_statistics(image, )
