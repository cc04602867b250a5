/**
 * Tells what the program finds on this machine and whether it calculates rightly:
 * {@link sc.fiji.ahiq.scoring.diagnostics.Diagnostics}.
 *
 * <p>May import {@code network}, {@code network.inference}, {@code network.model}, {@code metric}, {@code image},
 * {@code image.crop}, {@code synthesis.sample}, {@code base} and {@code base.error}, {@code network.cnn}.
 */
package sc.fiji.ahiq.scoring.diagnostics;
