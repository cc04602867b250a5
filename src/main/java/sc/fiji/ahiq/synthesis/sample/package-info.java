/**
 * Images to try the program with, made by calculation: {@link sc.fiji.ahiq.synthesis.sample.SampleField} simulates a
 * field of fluorescent cells and bad pictures of it, {@link sc.fiji.ahiq.synthesis.sample.Phantom} and
 * {@link sc.fiji.ahiq.synthesis.sample.Page} draw images to train on. But for the letters of pages, the same seed gives
 * the same pixels on every machine: only operations whose result Java defines to the last bit are used ({@link
 * java.util.Random}, {@link java.lang.StrictMath}).
 *
 * <p>May import {@code synthesis.distortion} and {@code metric.filter}.
 */
package sc.fiji.ahiq.synthesis.sample;
