/**
 * Agreement between scores and opinions, on plain arrays: {@link sc.fiji.ahiq.study.stats.Correlation},
 * {@link sc.fiji.ahiq.study.stats.Logistic} mapping, {@link sc.fiji.ahiq.study.stats.Bootstrap} intervals and the
 * significance of a {@link sc.fiji.ahiq.study.stats.DependentCorrelations difference}. Arrays are never changed; those
 * of other lengths or with values that are not finite are defects of the caller,
 * {@link java.lang.IllegalArgumentException}.
 *
 * <p>May import nothing of this project.
 */
package sc.fiji.ahiq.study.stats;
