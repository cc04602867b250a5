/**
 * What a metric is. A {@link sc.fiji.ahiq.metric.Metric} prepares a {@link sc.fiji.ahiq.metric.Reference} once and
 * compares many distorted images with it; {@link sc.fiji.ahiq.metric.Metrics} finds metrics by name. They are SciJava
 * plugins: a class with {@code @Plugin(type = Metric.class)} in any jar on the class path is found, and is best derived
 * from {@link sc.fiji.ahiq.metric.ClassicalMetric}. Those of this program are in {@code metric.classical}; what looks
 * at one image alone is in {@code metric.natural}.
 *
 * <p>May import {@code metric.filter}, {@code image}, {@code image.crop}, {@code base} and {@code base.error}.
 */
package sc.fiji.ahiq.metric;
