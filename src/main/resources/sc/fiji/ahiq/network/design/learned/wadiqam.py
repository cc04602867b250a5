# WaDIQaM-FR (Bosse et al., TIP 2018), as the IQA-PyTorch toolbox trained it, on patches of 32 x 32 pixels.
class Wadiqam(Module):
  __parameters__ = ["conv0_weight", "conv0_bias", "conv1_weight", "conv1_bias", "conv2_weight", "conv2_bias", "conv3_weight", "conv3_bias", "conv4_weight", "conv4_bias", "conv5_weight", "conv5_bias", "conv6_weight", "conv6_bias", "conv7_weight", "conv7_bias", "conv8_weight", "conv8_bias", "conv9_weight", "conv9_bias", "score0_weight", "score0_bias", "score3_weight", "score3_bias", "weight0_weight", "weight0_bias", "weight3_weight", "weight3_bias", ]
  __buffers__ = []
  training : bool
  conv0_weight : Tensor
  conv0_bias : Tensor
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
  score0_weight : Tensor
  score0_bias : Tensor
  score3_weight : Tensor
  score3_bias : Tensor
  weight0_weight : Tensor
  weight0_bias : Tensor
  weight3_weight : Tensor
  weight3_bias : Tensor

  # RGB (patches, 3, 32, 32) in 0..1 -> features (patches, 512)
  def encode(self: __torch__.learned.wadiqam.Wadiqam, patches: Tensor) -> List[Tensor]:
    x = torch.to(patches, ops.prim.dtype(self.conv0_weight))
    x = torch.relu_(torch.conv2d(x, self.conv0_weight, self.conv0_bias, [1, 1], [1, 1]))
    x = torch.relu_(torch.conv2d(x, self.conv1_weight, self.conv1_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(x, [2, 2], [2, 2])
    x = torch.relu_(torch.conv2d(x, self.conv2_weight, self.conv2_bias, [1, 1], [1, 1]))
    x = torch.relu_(torch.conv2d(x, self.conv3_weight, self.conv3_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(x, [2, 2], [2, 2])
    x = torch.relu_(torch.conv2d(x, self.conv4_weight, self.conv4_bias, [1, 1], [1, 1]))
    x = torch.relu_(torch.conv2d(x, self.conv5_weight, self.conv5_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(x, [2, 2], [2, 2])
    x = torch.relu_(torch.conv2d(x, self.conv6_weight, self.conv6_bias, [1, 1], [1, 1]))
    x = torch.relu_(torch.conv2d(x, self.conv7_weight, self.conv7_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(x, [2, 2], [2, 2])
    x = torch.relu_(torch.conv2d(x, self.conv8_weight, self.conv8_bias, [1, 1], [1, 1]))
    x = torch.relu_(torch.conv2d(x, self.conv9_weight, self.conv9_bias, [1, 1], [1, 1]))
    x = torch.max_pool2d(x, [2, 2], [2, 2])
    return [torch.to(torch.flatten(x, 1), 6)]

  # -> scores and weights of all patches; higher is better
  def compare(self: __torch__.learned.wadiqam.Wadiqam, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    x = torch.cat([reference[0], distorted[0], torch.sub(distorted[0], reference[0])], 1)
    score = torch.linear(torch.relu_(torch.linear(x, self.score0_weight, self.score0_bias)), self.score3_weight, self.score3_bias)
    weight = torch.linear(torch.relu_(torch.linear(x, self.weight0_weight, self.weight0_bias)), self.weight3_weight, self.weight3_bias)
    return [torch.flatten(score), torch.flatten(torch.add(torch.relu_(weight), 1e-08))]
