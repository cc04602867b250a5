/**
 * ImageJ 1.x images and image files as {@link sc.fiji.ahiq.image.ImagePlane}: {@link sc.fiji.ahiq.image.ij1.ImageFiles} for
 * a path, {@link sc.fiji.ahiq.image.ij1.ImagePlusPlanes} for an open image. Both give the same pixels for the same file.
 * Shows no windows and writes nothing to a log or the console. Imports {@code base.error}, {@code image}, imglib2, {@code ij} and
 * {@code javax.imageio}.
 */
package sc.fiji.ahiq.image.ij1;
