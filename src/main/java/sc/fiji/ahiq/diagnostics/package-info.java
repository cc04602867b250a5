/**
 * Tells what the program finds on this machine and whether it calculates rightly: {@link sc.fiji.ahiq.diagnostics.Diagnostics}.
 * Imports {@code sample}, {@code scoring}, {@code inference}, {@code image}, {@code crop}, {@code model} and {@code error}.
 */
package sc.fiji.ahiq.diagnostics;
