/**
 * Runs the network with DJL's PyTorch engine: device, precision, batching and the reuse of encoded references. Entry type:
 * {@link sc.fiji.ahiq.inference.Network}; {@link sc.fiji.ahiq.network.inference.PairScript} runs metrics of others. The only package
 * besides {@code training} that imports DJL; of this project it imports {@code network.model}, {@code network.torchscript}, {@code network.tensor} and
 * {@code base.error}. It knows crops as float arrays, neither images nor crop plans.
 */
package sc.fiji.ahiq.network.inference;
