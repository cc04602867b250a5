/**
 * Where crops are taken from an image, and the way back: {@link sc.fiji.ahiq.image.crop.CropPlan} places the square
 * crops that a network scores, {@link sc.fiji.ahiq.image.crop.PatchMaps} stitches their patch scores and weights into
 * maps of the image. The size of an image costs nothing by itself: both hold what belongs to crops, at most
 * {@link sc.fiji.ahiq.image.crop.CropPlan#MAX_CROPS} of them, and maps are rendered where they are read.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.image.crop;
