/**
 * Runs ImageJ macros without a display: {@link sc.fiji.ahiq.macro.HeadlessMacro}. ImageJ alone cannot do that, and
 * where it fails it prints a message and goes on; here the first failure ends the macro and is reported. The classes of
 * ImageJ are rewritten by ImageJ2's <a href="https://github.com/imagej/ij1-patcher">ij1-patcher</a> when they are
 * loaded, which is why nothing may load them before.
 *
 * <p>May import {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.macro;
