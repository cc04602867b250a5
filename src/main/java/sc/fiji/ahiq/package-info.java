/**
 * AHIQ for ImageJ. Entry type for Java callers: {@link sc.fiji.ahiq.Ahiq}, which imports every package that knows neither a
 * dialog, a window nor a terminal.
 */
package sc.fiji.ahiq;
