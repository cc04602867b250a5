/**
 * Where crops are taken from an image, and the way back: {@link sc.fiji.ahiq.crop.CropPlan} places the square crops that
 * a network scores, {@link sc.fiji.ahiq.crop.PatchMaps} stitches their patch scores and weights into maps of the image.
 * Imports only {@code base.error}.
 */
package sc.fiji.ahiq.image.crop;
