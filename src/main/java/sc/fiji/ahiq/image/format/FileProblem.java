/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.Printable;

/** What is said about an image file that cannot be read. */
public final class FileProblem {

    private static final long BYTES_PER_MB = 1 << 20;

    private FileProblem() {}

    /**
     * @param file as the user named it
     * @param detail what was found
     * @param cause may be null; a full heap in it makes this {@link #tooLarge}
     */
    public static ImageException damaged(Object file, String detail, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) { // some decoders wrap it
                return tooLarge(file, cause);
            }
        }
        return new ImageException(
                "Expected a complete image file, but " + file + " is truncated, damaged or of an unsupported"
                        + " kind (" + Printable.of(detail)
                        + "). Copy or export it again, or save it from ImageJ as TIFF or PNG.",
                cause);
    }

    /** A kind of image that is known and not read. */
    public static ImageException unsupported(Object file, String kind, String advice) {
        return new ImageException("Expected an image of a kind that is read here, but " + file + " has "
                + Printable.of(kind) + ". " + advice);
    }

    public static ImageException tooLarge(Object file, Throwable cause) {
        return new ImageException(
                "Expected an image that fits into Java's heap of "
                        + Runtime.getRuntime().maxMemory() / BYTES_PER_MB + " MB, but " + file
                        + " does not. Give Java a larger one, for example by -Xmx4g.",
                cause);
    }

    /** The message of the deepest cause, where decoders say what they found. */
    public static String reason(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}
