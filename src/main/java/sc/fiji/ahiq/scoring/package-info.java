/**
 * Scores pairs of images by metrics that go by name. A {@link sc.fiji.ahiq.scoring.MetricSelection} finds the metrics,
 * {@link sc.fiji.ahiq.scoring.ScoringRun} is the one place where models and metrics are opened for
 * {@link sc.fiji.ahiq.scoring.ScoringOptions}, and a {@link sc.fiji.ahiq.scoring.ReferenceScorer} compares images with
 * a reference: each gives a {@link sc.fiji.ahiq.scoring.PairScore}, whose {@link sc.fiji.ahiq.scoring.ScoreRow} goes
 * into a table.
 *
 * <p>May import {@code scoring.results}, {@code network}, {@code network.learned}, {@code network.design},
 * {@code network.script}, {@code network.inference}, {@code network.model}, {@code metric}, {@code metric.filter},
 * {@code image}, {@code image.crop}, {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.scoring;
