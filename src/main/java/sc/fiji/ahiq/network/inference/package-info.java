/**
 * Runs networks with DJL's PyTorch engine: device, precision, batching and the reuse of encoded references. Entry type:
 * {@link sc.fiji.ahiq.network.inference.Network}; {@link sc.fiji.ahiq.network.inference.PairScript} runs metrics of
 * others. Besides {@code training} no other package imports DJL. It knows crops as float arrays, neither images nor
 * crop plans.
 *
 * <p>May import {@code network.model}, {@code network.torchscript}, {@code network.tensor}, {@code base} and
 * {@code base.error}, {@code network.design}.
 */
package sc.fiji.ahiq.network.inference;
