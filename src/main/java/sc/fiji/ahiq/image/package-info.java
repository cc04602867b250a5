/**
 * From pixels to network input: a {@link sc.fiji.ahiq.image.ImagePlane} is one grey or RGB plane in its native type,
 * a {@link sc.fiji.ahiq.image.RangeRule} finds the interval of values that is black to white, and a {@link
 * sc.fiji.ahiq.image.ScaledPlane} reads crops as planar RGB floats in [0, 1], by blocks of imglib2. Pixels stay where
 * they are, in arrays, in cells of an image of any size, or computed on the fly; only what is read is copied. Imports
 * only {@code base.error}, imglib2 and SciJava.
 */
package sc.fiji.ahiq.image;
