/**
 * Pixels, whatever they come from: an {@link sc.fiji.ahiq.image.ImagePlane} is one grey or RGB plane in its native
 * type, an {@link sc.fiji.ahiq.image.ImageSource} a stack of them, and a {@link sc.fiji.ahiq.image.RangeRule} says
 * which values are black and white. A {@link sc.fiji.ahiq.image.ScaledPlane} gives crops as floats in 0..1. Pixels stay
 * in the arrays they came in; only crops are converted.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.image;
