/**
 * Runs networks with DJL's PyTorch engine: device, precision, batching and the reuse of encoded references. Entry type:
 * {@link sc.fiji.ahiq.network.inference.Network}. {@link sc.fiji.ahiq.network.inference.AhiqMetric} and
 * {@link sc.fiji.ahiq.network.inference.WholeImageMetric} are AHIQ as a metric, the first by crops, the second by tiles
 * without seams; {@link sc.fiji.ahiq.network.inference.PairScript} runs metrics of others. Besides {@code training} no
 * other package imports DJL. A network runs in this process or in a helper process, whose program is in here, too.
 *
 * <p>May import {@code network.model}, {@code network.torchscript}, {@code network.tensor}, {@code network.design},
 * {@code metric}, {@code image}, {@code image.crop}, {@code base}, {@code base.error} and {@code base.process}.
 */
package sc.fiji.ahiq.network.inference;
