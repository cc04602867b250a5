/**
 * ImageJ 1.x images and image files as {@link sc.fiji.ahiq.image.SourceImage}: {@link sc.fiji.ahiq.image.ij1.ImageFiles} for
 * a path, {@link sc.fiji.ahiq.image.ij1.ImagePlusImages} for an open image. Both give the same pixels for the same file.
 * Shows no windows and writes nothing to a log or the console. Imports {@code error}, {@code image}, imglib2, {@code ij} and
 * {@code javax.imageio}.
 */
package sc.fiji.ahiq.image.ij1;
