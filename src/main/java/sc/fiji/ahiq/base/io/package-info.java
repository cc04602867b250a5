/**
 * Writing files so that a reader never meets half of one: {@link sc.fiji.ahiq.file.AtomicFile}; and telling whether a
 * file is the expected one: {@link sc.fiji.ahiq.base.io.Sha256}. Reports plain
 * {@link java.io.IOException}s, which {@link sc.fiji.ahiq.base.io.IoReason} puts into words for the caller's message.
 * Imports nothing of this project.
 */
package sc.fiji.ahiq.base.io;
