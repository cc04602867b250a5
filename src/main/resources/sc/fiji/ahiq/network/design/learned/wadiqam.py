# WaDIQaM-FR (Bosse et al., TIP 2018), as the IQA-PyTorch toolbox trained it, on patches of 32 x 32 pixels.
class Wadiqam(Module):
  __parameters__ = ["score0_weight", "score0_bias", "score3_weight", "score3_bias", "weight0_weight", "weight0_bias", "weight3_weight", "weight3_bias", ]
  __buffers__ = []
  training : bool
  conv0 : __torch__.learned.conv.Conv
  conv1 : __torch__.learned.conv.Conv
  conv2 : __torch__.learned.conv.Conv
  conv3 : __torch__.learned.conv.Conv
  conv4 : __torch__.learned.conv.Conv
  conv5 : __torch__.learned.conv.Conv
  conv6 : __torch__.learned.conv.Conv
  conv7 : __torch__.learned.conv.Conv
  conv8 : __torch__.learned.conv.Conv
  conv9 : __torch__.learned.conv.Conv
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
    x = (self.conv0).enter(patches, )
    x = torch.max_pool2d((self.conv1).forward((self.conv0).forward(x, ), ), [2, 2], [2, 2])
    x = torch.max_pool2d((self.conv3).forward((self.conv2).forward(x, ), ), [2, 2], [2, 2])
    x = torch.max_pool2d((self.conv5).forward((self.conv4).forward(x, ), ), [2, 2], [2, 2])
    x = torch.max_pool2d((self.conv7).forward((self.conv6).forward(x, ), ), [2, 2], [2, 2])
    x = torch.max_pool2d((self.conv9).forward((self.conv8).forward(x, ), ), [2, 2], [2, 2])
    return [torch.to(torch.flatten(x, 1), 6)]

  # -> scores and weights of all patches; higher is better
  def compare(self: __torch__.learned.wadiqam.Wadiqam, reference: List[Tensor], distorted: List[Tensor]) -> List[Tensor]:
    x = torch.cat([reference[0], distorted[0], torch.sub(distorted[0], reference[0])], 1)
    score = torch.linear(torch.relu_(torch.linear(x, self.score0_weight, self.score0_bias)), self.score3_weight, self.score3_bias)
    weight = torch.linear(torch.relu_(torch.linear(x, self.weight0_weight, self.weight0_bias)), self.weight3_weight, self.weight3_bias)
    return [torch.flatten(score), torch.flatten(torch.add(torch.relu_(weight), 1e-08))]
