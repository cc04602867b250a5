/**
 * Tells what the program finds on this machine and whether it calculates rightly: {@link sc.fiji.ahiq.diagnostics.Diagnostics}.
 * Imports {@code synthesis.sample}, {@code scoring}, {@code network.inference}, {@code image}, {@code image.crop}, {@code network.model} and {@code base.error}.
 */
package sc.fiji.ahiq.scoring.diagnostics;
