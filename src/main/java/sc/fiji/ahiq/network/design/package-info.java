/**
 * What a model's tensors are for: {@link sc.fiji.ahiq.network.design.NetworkDesign} is all that cards, model folders
 * and imports know of it, so that each kind of network has its own sizes, module objects and TorchScript source.
 *
 * <p>May import {@code network.torchscript}, {@code network.tensor}, {@code base.yaml} and {@code base.error}.
 */
package sc.fiji.ahiq.network.design;
