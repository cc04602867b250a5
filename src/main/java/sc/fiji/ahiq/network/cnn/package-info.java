/**
 * The convolutional branches that a network of the AHIQ family may have: ResNets, HRNets and Inception-ResNet-v2, by
 * the tensor names of timm below {@code cnn.}. Entry type: {@link sc.fiji.ahiq.network.cnn.CnnBranch}; each tells which
 * layers' outputs are its features. Their TorchScript sources are beside {@code network.model} in the resources.
 * Imports {@code network.design}, {@code network.torchscript}, {@code network.tensor}, {@code base.yaml} and
 * {@code base.error}.
 *
 * <p>May import {@code network.design}, {@code network.torchscript}, {@code network.tensor}, {@code base.yaml},
 * {@code base.error}.
 */
package sc.fiji.ahiq.network.cnn;
