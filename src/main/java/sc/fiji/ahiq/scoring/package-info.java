/**
 * Scores pairs of images by the metrics of a {@link sc.fiji.ahiq.scoring.MetricSelection}. Entry types:
 * {@link sc.fiji.ahiq.scoring.PairScorer} for all of them, {@link sc.fiji.ahiq.scoring.ReferenceScorer} for AHIQ, which places
 * crops, runs the network on them and stitches what it says. Imports {@code network.inference}, {@code metric}, {@code metric.filter},
 * {@code image}, {@code image.crop}, {@code network.model} and {@code base.error}.
 */
package sc.fiji.ahiq.scoring;
