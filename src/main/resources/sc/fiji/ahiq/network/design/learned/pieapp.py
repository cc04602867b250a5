# PieAPP v0.1 (Prashnani et al., CVPR 2018) on patches of 64 x 64 pixels.
class PieApp(Module):
  __parameters__ = ["conv1_weight", "conv1_bias", "conv2_weight", "conv2_bias", "conv3_weight", "conv3_bias", "conv4_weight", "conv4_bias", "conv5_weight", "conv5_bias", "conv6_weight", "conv6_bias", "conv7_weight", "conv7_bias", "conv8_weight", "conv8_bias", "conv9_weight", "conv9_bias", "conv10_weight", "conv10_bias", "conv11_weight", "conv11_bias", "fc1_score_weight", "fc1_score_bias", "fc2_score_weight", "fc2_score_bias", "fc1_weight_weight", "fc1_weight_bias", "fc2_weight_weight", "fc2_weight_bias", "subtract_weight", "subtract_bias", ]
  __buffers__ = []
  training : bool
  conv1_weight : Tensor
  conv1_bias : Tensor
  conv2_weight : Tensor
  conv2_bias : Tensor
  conv3_weight : Tensor
  conv3_bias : Tensor
  conv4_weight : Tensor
  conv4_bias : Tensor
  conv5_weight : Tensor
  conv5_bias : Tensor
  conv6_weight : Tensor
  conv6_bias : Tensor
  conv7_weight : Tensor
  conv7_bias : Tensor
  conv8_weight : Tensor
  conv8_bias : Tensor
  conv9_weight : Tensor
  conv9_bias : Tensor
  conv10_weight : Tensor
  conv10_bias : Tensor
  conv11_weight : Tensor
  conv11_bias : Tensor
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
    x = torch.to(torch.mul(torch.flip(patches, [1]), 255.), ops.prim.dtype(self.conv1_weight))
    x = torch.relu_(torch.conv2d(x, self.conv1_weight, self.conv1_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(torch.relu_(torch.conv2d(x, self.conv2_weight, self.conv2_bias, [1, 1], [1, 1])), [2, 2], [2, 2])
    x3 = torch.relu_(torch.conv2d(x, self.conv3_weight, self.conv3_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(torch.relu_(torch.conv2d(x3, self.conv4_weight, self.conv4_bias, [1, 1], [1, 1])), [2, 2], [2, 2])
    x5 = torch.relu_(torch.conv2d(x, self.conv5_weight, self.conv5_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(torch.relu_(torch.conv2d(x5, self.conv6_weight, self.conv6_bias, [1, 1], [1, 1])), [2, 2], [2, 2])
    x7 = torch.relu_(torch.conv2d(x, self.conv7_weight, self.conv7_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(torch.relu_(torch.conv2d(x7, self.conv8_weight, self.conv8_bias, [1, 1], [1, 1])), [2, 2], [2, 2])
    x9 = torch.relu_(torch.conv2d(x, self.conv9_weight, self.conv9_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(torch.relu_(torch.conv2d(x9, self.conv10_weight, self.conv10_bias, [1, 1], [1, 1])), [2, 2], [2, 2])
    x11 = torch.relu_(torch.conv2d(x, self.conv11_weight, self.conv11_bias, [1, 1], [1, 1]))
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
