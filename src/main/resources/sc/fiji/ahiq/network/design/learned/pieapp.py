# PieAPP v0.1 (Prashnani et al., CVPR 2018) on patches of 64 x 64 pixels.
class PieApp(Module):
  __parameters__ = ["fc1_score_weight", "fc1_score_bias", "fc2_score_weight", "fc2_score_bias", "fc1_weight_weight", "fc1_weight_bias", "fc2_weight_weight", "fc2_weight_bias", "subtract_weight", "subtract_bias", ]
  __buffers__ = []
  training : bool
  conv1 : __torch__.learned.conv.Conv
  conv2 : __torch__.learned.conv.Conv
  conv3 : __torch__.learned.conv.Conv
  conv4 : __torch__.learned.conv.Conv
  conv5 : __torch__.learned.conv.Conv
  conv6 : __torch__.learned.conv.Conv
  conv7 : __torch__.learned.conv.Conv
  conv8 : __torch__.learned.conv.Conv
  conv9 : __torch__.learned.conv.Conv
  conv10 : __torch__.learned.conv.Conv
  conv11 : __torch__.learned.conv.Conv
  fc1_score_weight : Tensor
  fc1_score_bias : Tensor
  fc2_score_weight : Tensor
  fc2_score_bias : Tensor
  fc1_weight_weight : Tensor
  fc1_weight_bias : Tensor
  fc2_weight_weight : Tensor
  fc2_weight_bias : Tensor
  subtract_weight : Tensor
  subtract_bias : Tensor

  # RGB (patches, 3, 64, 64) in 0..1 -> outputs of layers 3, 5, 7, 9 and 11
  def layers(self: __torch__.learned.pieapp.PieApp, patches: Tensor) -> List[Tensor]:
    x = torch.to(torch.mul(torch.flip(patches, [1]), 255.), ops.prim.dtype(self.conv1.weight))
    x = torch.max_pool2d((self.conv2).forward((self.conv1).forward(x, ), ), [2, 2], [2, 2])
    x3 = (self.conv3).forward(x, )
    x5 = (self.conv5).forward(torch.max_pool2d((self.conv4).forward(x3, ), [2, 2], [2, 2]), )
    x7 = (self.conv7).forward(torch.max_pool2d((self.conv6).forward(x5, ), [2, 2], [2, 2]), )
    x9 = (self.conv9).forward(torch.max_pool2d((self.conv8).forward(x7, ), [2, 2], [2, 2]), )
    x11 = (self.conv11).forward(torch.max_pool2d((self.conv10).forward(x9, ), [2, 2], [2, 2]), )
    return [x3, x5, x7, x9, x11]

  # -> all outputs side by side (patches, 120832); the last 2048 are those of the last layer
  def encode(self: __torch__.learned.pieapp.PieApp, patches: Tensor) -> List[Tensor]:
    flat = annotate(List[Tensor], [])
    layers = (self).layers(patches, )
    for k in range(torch.len(layers)):
      flat = torch.append(flat, torch.to(torch.flatten(layers[k], 1), 6))
    return [torch.cat(flat, 1)]

  # -> scores and weights of all patches; higher is worse, and a weight may be negative
  def compare(self: __torch__.learned.pieapp.PieApp, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    differences = torch.sub(reference[0], distorted[0])
    last = torch.narrow(differences, 1, torch.sub(torch.size(differences, 1), 2048), 2048)
    score = torch.linear(torch.relu_(torch.linear(differences, self.fc1_score_weight, self.fc1_score_bias)), self.fc2_score_weight, self.fc2_score_bias)
    score = torch.add(torch.mul(torch.mul(score, 0.01), self.subtract_weight), self.subtract_bias)
    weight = torch.linear(torch.relu_(torch.linear(last, self.fc1_weight_weight, self.fc1_weight_bias)), self.fc2_weight_weight, self.fc2_weight_bias)
    return [torch.flatten(score), torch.flatten(torch.add(weight, 9.9999999999999995e-07))]
