/**
 * Synthetic distortions of 8-bit images in five levels, to train and to test metrics with:
 * {@link sc.fiji.ahiq.synthesis.distortion.Distortions} finds a {@link sc.fiji.ahiq.synthesis.distortion.Distortion} by
 * its name. There are the 25 types of KADID-10k (H. Lin, V. Hosu, D. Saupe, KADID-10k: a large-scale artificially
 * distorted IQA database, QoMEX 2019) with the published parameters of its levels wherever they make a picture visibly
 * worse from level to level, and artefacts of image restoration and of cameras, which that set lacks. All randomness
 * takes a seed, and only operations whose result Java defines to the last bit are used (arithmetic,
 * {@link java.lang.StrictMath}, {@link java.util.Random}), so that the same seed gives the same pixels on every
 * machine.
 *
 * <p>May import {@code metric}, {@code metric.filter} and {@code base.error}.
 */
package sc.fiji.ahiq.synthesis.distortion;
