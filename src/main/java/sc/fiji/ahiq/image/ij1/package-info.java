/**
 * Images of ImageJ 1.x: {@link sc.fiji.ahiq.image.ij1.ImagePlusPlanes} for one plane,
 * {@link sc.fiji.ahiq.image.ij1.ImagePlusSource} for a stack. Shows no windows and writes nothing to a log or the
 * console.
 *
 * <p>May import {@code image} and {@code base.error}.
 */
package sc.fiji.ahiq.image.ij1;
