/**
 * AHIQ for ImageJ. Entry type for Java callers: {@link sc.fiji.ahiq.Ahiq}, which imports every package that knows neither a
 * dialog, a window nor a terminal. {@link sc.fiji.ahiq.Version} imports nothing of this project.
 */
package sc.fiji.ahiq;
