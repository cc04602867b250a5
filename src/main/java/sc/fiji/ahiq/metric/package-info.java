/**
 * Full-reference metrics. A {@link sc.fiji.ahiq.metric.Metric} compares two
 * {@link sc.fiji.ahiq.metric.PlanarImage}s of one size; {@link sc.fiji.ahiq.metric.Metrics} finds metrics by name. They are SciJava
 * plugins: a class with {@code @Plugin(type = Metric.class)} in any jar on the class path is found. Here are the
 * classical ones, written from their papers; each class says which form and settings it follows, and where it differs. The
 * no-reference measures NIQE and BRISQUE are left out: the permission that comes with their authors' releases is for source
 * files and documentation and does not name the fitted parameters, which both need.
 * Imports only {@code image}, {@code base.error}, {@code metric.filter} and SciJava.
 */
package sc.fiji.ahiq.metric;
