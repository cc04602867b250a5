# The network with its CNN alone (the row 'CNN only' of the paper's table 6): no Vision Transformer, hence no offsets. The CNN
# features go through the two convolutions of the fusion to a patch for every 8 x 8 pixels, then into the regressor.
# Same methods as network.py; a reference contributes an empty tensor of offsets (batch, 0).
class CnnOnly(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cnn : __torch__.ahiq.resnet.FirstStage
  fusion : __torch__.ahiq.fusion.ConcatFusion
  regressor : __torch__.ahiq.regressor.Regressor

  def forward(self: __torch__.ahiq.cnn_only.CnnOnly, reference: Tensor, distorted: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    features = (self).features((self).cnn_features(reference, ), reference, )
    sharing = torch.floordiv(torch.size(distorted, 0), torch.size(reference, 0))
    return (self).compare(distorted, reference, torch.repeat_interleave(features, sharing, 0), )

  def encode(self: __torch__.ahiq.cnn_only.CnnOnly, reference: Tensor) -> Tuple[Tensor, Tensor]:
    features = (self).features((self).cnn_features(reference, ), reference, )
    return (torch.narrow(torch.flatten(features, 1), 1, 0, 0), features)

  def compare(self: __torch__.ahiq.cnn_only.CnnOnly, distorted: Tensor, offsets: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    features = (self).features((self).cnn_features(distorted, ), distorted, )
    return (self).regress(features, reference_features, )

  def features(self: __torch__.ahiq.cnn_only.CnnOnly, cnn: Tensor, image: Tensor) -> Tensor:
    return (self).down((self).reduce(cnn, image, ), )

  def cnn_features(self: __torch__.ahiq.cnn_only.CnnOnly, image: Tensor) -> Tensor:
    return (self.cnn).forward(torch.to(image, ops.prim.dtype(self.regressor.down_weight)), )

  def reduce(self: __torch__.ahiq.cnn_only.CnnOnly, cnn: Tensor, image: Tensor) -> Tensor:
    return (self.fusion).reduce(cnn, torch.floordiv(torch.size(image, 2), 8), )

  def down(self: __torch__.ahiq.cnn_only.CnnOnly, fused: Tensor) -> Tensor:
    return (self.regressor).down_alone(fused, )

  def regress(self: __torch__.ahiq.cnn_only.CnnOnly, features: Tensor, reference_features: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    return (self.regressor).forward(features, reference_features, )

  def batch_statistics(self: __torch__.ahiq.cnn_only.CnnOnly, image: Tensor) -> List[Tensor]:
    return (self.cnn).batch_statistics(image, )
