# A network that sees of a reference and a distorted image nothing but the differences of their ImageNet features, in cells of
# 16 x 16 pixels. Nothing differs, nothing is said: an image with itself has distance 0 and score 1. Fully convolutional: images
# are of any height and width that are multiples of 16.
class Differences(Module):
  __parameters__ = []
  __buffers__ = ["gain", "scale", ]
  training : bool
  gain : Tensor
  scale : Tensor

  # Means over windows of 16 x 16 pixels; of features that are too coarse for it, of 32 x 32 pixels at stride 8 and of 48 x 48 at
  # stride 16. (batch, channels, height / 16, width / 16)
  def local(self: __torch__.ahiq.difference.Differences, x: Tensor, stride: int) -> Tensor:
    if torch.le(stride, 4):
      cells = torch.floordiv(16, stride)
      y = torch.avg_pool2d(x, [cells, cells], [cells, cells], [0, 0], False, False, None)
    else:
      cells = torch.floordiv(16, stride)
      size = cells + 2
      y = torch.avg_pool2d(x, [size, size], [cells, cells], [1, 1], False, False, None)
    return y

  def unit(self: __torch__.ahiq.difference.Differences, x: Tensor) -> Tensor:
    return torch.div(x, torch.sqrt(torch.sum(x * x, [1], True)) + 1e-3)

  # What differs in one feature map, three numbers per channel: direction, mean, structure. The last is one without correlation
  # and more where the contrast differs as well: variance of the difference over the sum of variances, which is 2 at most but for
  # rounding. Of fine maps two more: how much contrast was gained or lost. Of the image itself another two: how much brighter or
  # darker it is.
  def of(self: __torch__.ahiq.difference.Differences, reference: Tensor, distorted: Tensor, stride: int, first: int) -> Tensor:
    channels = torch.size(reference, 1)
    gain = torch.reshape(torch.narrow(self.gain, 0, first, channels), [-1, 1, 1])
    turned = (self).unit(reference, ) - (self).unit(distorted, )
    cells = torch.floordiv(16, stride)
    direction = torch.avg_pool2d(turned * turned, [cells, cells], [cells, cells], [0, 0], False, False, None) * channels
    mean0 = (self).local(reference, stride, )
    mean1 = (self).local(distorted, stride, )
    variance0 = torch.relu((self).local(reference * reference, stride, ) - mean0 * mean0)
    variance1 = torch.relu((self).local(distorted * distorted, stride, ) - mean1 * mean1)
    brighter = mean1 - mean0
    mean = torch.div(brighter * brighter, mean0 * mean0 + mean1 * mean1 + gain * 0.05)
    difference = reference - distorted
    variance = torch.relu((self).local(difference * difference, stride, ) - brighter * brighter)
    variances = variance0 + variance1 + gain * 0.02
    found = [direction, mean, torch.clamp(torch.div(variance, variances), 0, 2)]
    if torch.le(stride, 2):
      contrast = torch.div(variance1 - variance0, variances)
      found = torch.append(torch.append(found, torch.relu(contrast)), torch.relu(torch.neg(contrast)))
    if torch.le(stride, 1):
      up = torch.gt(brighter, 0)
      found = torch.append(torch.append(found, mean * up), mean * torch.bitwise_not(up))
    return torch.cat(found, 1)

  # Feature maps of two images -> (batch, height / 16, width / 16, 789): square roots of all differences, not scaled yet
  def forward(self: __torch__.ahiq.difference.Differences, reference: List[Tensor], distorted: List[Tensor]) -> Tensor:
    image = (self).of(reference[0], distorted[0], 1, 0, )
    stem = (self).of(reference[1], distorted[1], 2, 3, )
    block0 = (self).of(reference[2], distorted[2], 2, 35, )
    block2 = (self).of(reference[3], distorted[3], 4, 51, )
    block4 = (self).of(reference[4], distorted[4], 8, 75, )
    block10 = (self).of(reference[5], distorted[5], 16, 115, )
    x = torch.cat([image, stem, block0, block2, block4, block10], 1)
    return torch.permute(torch.sqrt(x), [0, 2, 3, 1])

# Differences -> distance and weight of each cell by each judge; their parameters lie one after the other. Neither convolution of a
# judge has a bias, so that no difference gives distance 0, and the distance is a sum with weights of at least 0.
class Judge(Module):
  __parameters__ = ["conv0_weight", "conv1_weight", "distance_weight", "attention0_weight", "attention1_weight", "attention1_bias", ]
  __buffers__ = []
  training : bool
  conv0_weight : Tensor
  conv1_weight : Tensor
  distance_weight : Tensor
  attention0_weight : Tensor
  attention1_weight : Tensor
  attention1_bias : Tensor

  def judges(self: __torch__.ahiq.difference.Judge) -> int:
    return torch.size(self.distance_weight, 0)

  # The part of one judge, (channels, ...)
  def part(self: __torch__.ahiq.difference.Judge, weight: Tensor, judge: int) -> Tensor:
    channels = torch.floordiv(torch.size(weight, 0), (self).judges())
    return torch.flatten(torch.narrow(weight, 0, judge * channels, channels), 1)

  # x (..., 789) -> distances and weights (...) by one judge
  def one(self: __torch__.ahiq.difference.Judge, x: Tensor, judge: int) -> Tuple[Tensor, Tensor]:
    y = torch.relu(torch.linear(x, (self).part(self.conv0_weight, judge, )))
    y = torch.relu(torch.linear(y, (self).part(self.conv1_weight, judge, )))
    distance = torch.squeeze(torch.linear(y, torch.abs((self).part(self.distance_weight, judge, ))), -1)
    a = torch.relu(torch.linear(x, (self).part(self.attention0_weight, judge, )))
    bias = torch.narrow(self.attention1_bias, 0, judge, 1)
    attention = torch.squeeze(torch.linear(a, (self).part(self.attention1_weight, judge, ), bias), -1)
    return (distance, torch.sigmoid(attention))

  # x (..., 789) -> distances and weights (judges, ...)
  def forward(self: __torch__.ahiq.difference.Judge, x: Tensor) -> Tuple[Tensor, Tensor]:
    distances = annotate(List[Tensor], [])
    weights = annotate(List[Tensor], [])
    for judge in range((self).judges()):
      distance, weight, = (self).one(x, judge, )
      distances = torch.append(distances, distance)
      weights = torch.append(weights, weight)
    return (torch.stack(distances), torch.stack(weights))

class DifferenceNetwork(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  backbone : __torch__.ahiq.lite.EfficientNetLite
  differences : __torch__.ahiq.difference.Differences
  judge : __torch__.ahiq.difference.Judge

  # score (batch), patch scores and patch weights (batch, height / 16, width / 16) of each pair. The score is exp(-D), D the mean of
  # the judges' weighted means of the distances of all patches, and a patch score exp(-d), where judges count by their weights over
  # their mean weights, so that D is the weighted mean of these d, too.
  def forward(self: __torch__.ahiq.difference.DifferenceNetwork, reference: Tensor, distorted: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    differences = (self).compare((self).features(reference, ), (self).features(distorted, ), )
    distance, weight, = (self).patches(differences, )
    means = torch.div(torch.sum(distance * weight, [2, 3]), torch.sum(weight, [2, 3]))
    mean_weight = torch.mean(weight, [2, 3], True)
    share = torch.div(weight, mean_weight)
    patches = torch.div(torch.sum(distance * share, [0]), torch.sum(share, [0]))
    weights = torch.mean(share, [0]) * torch.amin(mean_weight, [0])
    return (torch.exp(torch.neg(torch.mean(means, [0]))), torch.exp(torch.neg(patches)), weights)

  # Feature maps of an image, see EfficientNetLite
  def features(self: __torch__.ahiq.difference.DifferenceNetwork, image: Tensor) -> List[Tensor]:
    return (self.backbone).forward(image, )

  # (batch, height / 16, width / 16, 789) of the feature maps of two images
  def compare(self: __torch__.ahiq.difference.DifferenceNetwork, reference: List[Tensor], distorted: List[Tensor]) -> Tensor:
    return (self.differences).forward(reference, distorted, )

  # differences (..., 789) -> distances and weights (judges, ...)
  def patches(self: __torch__.ahiq.difference.DifferenceNetwork, differences: Tensor) -> Tuple[Tensor, Tensor]:
    return (self.judge).forward(differences * self.differences.scale, )

  # The same of the feature maps of a reference and an image: (judges, batch, height / 16, width / 16)
  def distances(self: __torch__.ahiq.difference.DifferenceNetwork, distorted: Tensor, x0: Tensor, x1: Tensor, x2: Tensor, x3: Tensor, x4: Tensor, x5: Tensor) -> Tuple[Tensor, Tensor]:
    return (self).patches((self).differ(distorted, x0, x1, x2, x3, x4, x5, ), )

  # The differences of the same, (batch, height / 16, width / 16, 789)
  def differ(self: __torch__.ahiq.difference.DifferenceNetwork, distorted: Tensor, x0: Tensor, x1: Tensor, x2: Tensor, x3: Tensor, x4: Tensor, x5: Tensor) -> Tensor:
    return (self).compare([x0, x1, x2, x3, x4, x5], (self).features(distorted, ), )

  # Mean variances in windows, by channel (227): what the gains of the differences are of pristine images
  def variances(self: __torch__.ahiq.difference.DifferenceNetwork, image: Tensor) -> Tensor:
    x = (self).features(image, )
    strides = [1, 2, 2, 4, 8, 16]
    found = annotate(List[Tensor], [])
    for i in range(6):
      mean = (self.differences).local(x[i], strides[i], )
      variance = torch.relu((self.differences).local(x[i] * x[i], strides[i], ) - mean * mean)
      found = torch.append(found, torch.mean(variance, [0, 2, 3]))
    return torch.cat(found)

# What is trained of the above
class JudgeNetwork(Module):
  __parameters__ = []
  __buffers__ = ["scale", ]
  training : bool
  scale : Tensor
  judge : __torch__.ahiq.difference.Judge

  # differences (batch, cells, 789), not scaled, and the number of a judge (0-dimensional) -> distance of each pair (batch) by it
  def forward(self: __torch__.ahiq.difference.JudgeNetwork, differences: Tensor, judge: Tensor) -> Tensor:
    distance, weight, = (self.judge).one(differences * self.scale, int(judge), )
    return torch.div(torch.sum(distance * weight, [1]), torch.sum(weight, [1]))

  # differences (batch, cells, 789), not scaled -> distance of each pair (batch) by all of them
  def together(self: __torch__.ahiq.difference.JudgeNetwork, differences: Tensor) -> Tensor:
    distance, weight, = (self.judge).forward(differences * self.scale, )
    return torch.mean(torch.div(torch.sum(distance * weight, [2]), torch.sum(weight, [2])), [0])
