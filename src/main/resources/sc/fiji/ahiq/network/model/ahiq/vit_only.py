# The network with its Vision Transformer alone (the row 'ViT only' of the paper's table 6): its features go into the regressor
# as they are. Same methods as network.py; a reference contributes an empty tensor of offsets (batch, 0).
class VitOnly(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  vit : __torch__.ahiq.vit.VisionTransformer
  regressor : __torch__.ahiq.regressor.Regressor

  def forward(self: __torch__.ahiq.vit_only.VitOnly, reference: Tensor, distorted: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    features = (self).down((self).vit_features(reference, ), )
    sharing = torch.floordiv(torch.size(distorted, 0), torch.size(reference, 0))
    return (self).compare(distorted, reference, torch.repeat_interleave(features, sharing, 0), )

  def encode(self: __torch__.ahiq.vit_only.VitOnly, reference: Tensor) -> Tuple[Tensor, Tensor]:
    features = (self).down((self).vit_features(reference, ), )
    return (torch.narrow(torch.flatten(features, 1), 1, 0, 0), features)

  def compare(self: __torch__.ahiq.vit_only.VitOnly, distorted: Tensor, offsets: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    features = (self).down((self).vit_features(distorted, ), )
    return (self).regress(features, reference_features, )

  def vit_features(self: __torch__.ahiq.vit_only.VitOnly, image: Tensor) -> Tensor:
    tokens = (self.vit).forward(torch.to(image, ops.prim.dtype(self.vit.qkv_weight)), )
    patch = torch.size(self.vit.patch_embed_weight, 2)
    grid = torch.floordiv(torch.size(image, 2), patch)
    return torch.reshape(tokens, [torch.size(tokens, 0), grid, grid, torch.size(tokens, 2)])

  def down(self: __torch__.ahiq.vit_only.VitOnly, vit: Tensor) -> Tensor:
    return (self.regressor).down_alone(vit, )

  def regress(self: __torch__.ahiq.vit_only.VitOnly, features: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    return (self.regressor).forward(features, reference_features, )

  # There are none
  def batch_statistics(self: __torch__.ahiq.vit_only.VitOnly, image: Tensor) -> List[Tensor]:
    return annotate(List[Tensor], [])
