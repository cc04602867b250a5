/**
 * From pixels to network input: a {@link sc.fiji.ahiq.image.ImagePlane} is one grey or RGB plane in its native type, an
 * {@link sc.fiji.ahiq.image.ImagePair} checks that reference and distorted image belong together and reads crops of both as
 * planar RGB floats in [0, 1] by one {@link sc.fiji.ahiq.image.RangeRule}. Pixels stay in the arrays they came in; only
 * crops are converted. Imports only {@code base.error} and imglib2.
 */
package sc.fiji.ahiq.image;
