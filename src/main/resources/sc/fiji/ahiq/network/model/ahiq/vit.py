# Vision Transformer (Dosovitskiy et al., ICLR 2021), as timm's vit_base_patch8_224 and vit_base_patch16_224.
# The weights of all blocks are stacked along a first dimension.
class VisionTransformer(Module):
  __parameters__ = ["cls_token", "pos_embed", "patch_embed_weight", "patch_embed_bias", "norm1_weight", "norm1_bias", "qkv_weight", "qkv_bias", "proj_weight", "proj_bias", "norm2_weight", "norm2_bias", "fc1_weight", "fc1_bias", "fc2_weight", "fc2_bias", ]
  __buffers__ = []
  training : bool
  heads : int
  cls_token : Tensor
  pos_embed : Tensor
  patch_embed_weight : Tensor
  patch_embed_bias : Tensor
  norm1_weight : Tensor
  norm1_bias : Tensor
  qkv_weight : Tensor
  qkv_bias : Tensor
  proj_weight : Tensor
  proj_bias : Tensor
  norm2_weight : Tensor
  norm2_bias : Tensor
  fc1_weight : Tensor
  fc1_bias : Tensor
  fc2_weight : Tensor
  fc2_bias : Tensor

  # image (batch, 3, height, width) -> outputs of all blocks, before the final norm and without the class token,
  # side by side: (batch, patches, depth * dim)
  def forward(self: __torch__.ahiq.vit.VisionTransformer, image: Tensor) -> Tensor:
    tokens = (self).embed(image, )
    patches = torch.size(tokens, 1) - 1
    outputs = annotate(List[Tensor], [])
    for block in range(torch.size(self.qkv_weight, 0)):
      tokens = tokens + (self).attention(tokens, block, )
      tokens = tokens + (self).mlp(tokens, block, )
      outputs = torch.append(outputs, torch.narrow(tokens, 1, 1, patches))
    return torch.cat(outputs, 2)

  def embed(self: __torch__.ahiq.vit.VisionTransformer, image: Tensor) -> Tensor:
    weight = self.patch_embed_weight
    patch = torch.size(weight, 2)
    grid = torch.conv2d(image, weight, self.patch_embed_bias, [patch, patch])
    patches = torch.transpose(torch.flatten(grid, 2), 1, 2)
    cls = torch.expand(self.cls_token, [torch.size(image, 0), 1, -1])
    return torch.cat([cls, patches], 1) + self.pos_embed

  def attention(self: __torch__.ahiq.vit.VisionTransformer, tokens: Tensor, block: int) -> Tensor:
    batch = torch.size(tokens, 0)
    count = torch.size(tokens, 1)
    dim = torch.size(tokens, 2)
    x = torch.layer_norm(tokens, [dim], self.norm1_weight[block], self.norm1_bias[block], 1e-6)
    x = torch.linear(x, self.qkv_weight[block], self.qkv_bias[block])
    x = torch.permute(torch.reshape(x, [batch, count, 3, self.heads, -1]), [2, 0, 3, 1, 4])
    x = torch.scaled_dot_product_attention(x[0], x[1], x[2])
    x = torch.reshape(torch.transpose(x, 1, 2), [batch, count, dim])
    return torch.linear(x, self.proj_weight[block], self.proj_bias[block])

  def mlp(self: __torch__.ahiq.vit.VisionTransformer, tokens: Tensor, block: int) -> Tensor:
    x = torch.layer_norm(tokens, [torch.size(tokens, 2)], self.norm2_weight[block], self.norm2_bias[block], 1e-6)
    x = torch.gelu(torch.linear(x, self.fc1_weight[block], self.fc1_bias[block]))
    return torch.linear(x, self.fc2_weight[block], self.fc2_bias[block])
