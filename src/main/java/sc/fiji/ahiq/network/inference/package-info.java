/**
 * Runs networks with DJL's PyTorch engine: device, precision, batching and the reuse of encoded references. Entry type:
 * {@link sc.fiji.ahiq.network.inference.Network}. {@link sc.fiji.ahiq.network.inference.AhiqMetric} and
 * {@link sc.fiji.ahiq.network.inference.WholeImageMetric} are AHIQ as a metric, the first by crops, the second by tiles
 * without seams; {@link sc.fiji.ahiq.network.inference.PairScript} runs metrics of others. Besides {@code training} no
 * other package imports DJL.
 *
 * <p>May import {@code network.model}, {@code network.torchscript}, {@code network.tensor}, {@code network.design},
 * {@code metric}, {@code image}, {@code image.crop}, {@code base} and {@code base.error}.
 */
package sc.fiji.ahiq.network.inference;
