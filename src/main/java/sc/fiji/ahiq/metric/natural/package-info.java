/**
 * Statistics of natural scenes: what no-reference metrics see in one image, {@link sc.fiji.ahiq.metric.natural.Niqe},
 * {@link sc.fiji.ahiq.metric.natural.Brisque}, {@link sc.fiji.ahiq.metric.natural.Nrqm} and
 * {@link sc.fiji.ahiq.metric.natural.PerceptualIndex}, given the parameters that were fitted by their authors or the
 * user. All in 64-bit floating point.
 *
 * <p>May import {@code metric}, {@code metric.filter} and {@code base.error}.
 */
package sc.fiji.ahiq.metric.natural;
