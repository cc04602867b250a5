/**
 * The image quality datasets of the field, as people have them on their disks:
 * {@link sc.fiji.ahiq.study.dataset.Datasets} opens one by its name and lists its pairs of image files with what people
 * said of them, without opening images.
 *
 * <p>May import {@code scoring.pairs}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.study.dataset;
