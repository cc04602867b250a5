/**
 * What metrics and distortions share: windows, convolutions, colour spaces, resampling and the Fourier transform, all
 * on {@link sc.fiji.ahiq.metric.filter.Plane}s of doubles. Large planes are worked on by rows
 * in the common fork-join pool, or in the pool of the calling task; every row is computed alone and sums run in one
 * fixed order, so that results do not depend on the number of threads.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.metric.filter;
