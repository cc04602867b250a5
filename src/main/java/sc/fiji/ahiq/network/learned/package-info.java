/**
 * Published learned metrics: {@link sc.fiji.ahiq.network.learned.LearnedMetric} compares images by a model whose card
 * names a metric, {@link sc.fiji.ahiq.network.learned.LearnedModel}. What a metric looks at (tiles of the image with
 * the halo that makes them exact, patches, crops or the whole image) and how its score comes of that is decided here.
 *
 * <p>May import {@code network.inference}, {@code network.model}, {@code network.design}, {@code network.torchscript},
 * {@code network.tensor}, {@code metric}, {@code image}, {@code image.crop}, {@code base} and {@code base.error},
 * {@code metric.natural}.
 */
package sc.fiji.ahiq.network.learned;
