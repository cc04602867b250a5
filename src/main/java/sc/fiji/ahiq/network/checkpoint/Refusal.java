/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.IoReason;

/** Words the exceptions of all weight file readers. Strings out of a file are shortened and made printable. */
final class Refusal {

    private static final String DAMAGED =
            "The file is damaged or of another format; download it again, or export it again from its source.";
    private static final int MAX_PRINTED_CHARS = 80;
    private static final int MAX_SIMILAR_NAMES = 3;

    private Refusal() {}

    /** The file contradicts its format at byte {@code offsetBytes}. */
    static WeightsException at(Path file, long offsetBytes, String expected, String found) {
        return at(file, offsetBytes, expected, found, DAMAGED);
    }

    static WeightsException at(Path file, long offsetBytes, String expected, String found, String advice) {
        return new WeightsException("Cannot read weights from " + file + ": at byte " + offsetBytes + ", expected "
                + expected + ", found " + found + ". " + advice);
    }

    /**
     * The entry contradicts the format, or the file, at byte {@code offsetBytes} of the file; of the unpacked entry if
     * the file is a zip archive.
     */
    static WeightsException at(Path file, String entry, long offsetBytes, String expected, String found) {
        return at(file, entry, offsetBytes, expected, found, DAMAGED);
    }

    static WeightsException at(
            Path file, String entry, long offsetBytes, String expected, String found, String advice) {
        return new WeightsException("Cannot read weights from " + file + ": entry " + quote(entry) + ", at byte "
                + offsetBytes + ", expected " + expected + ", found " + found + ". " + advice);
    }

    /** There is nothing at this path that could be a weight file. */
    static WeightsException notAFile(Path file, String found) {
        return new WeightsException(
                "Cannot read weights from " + file + ": expected a file, found " + found + ". Check the path.");
    }

    /** The operating system refuses to read the file. */
    static WeightsException unreadable(Path file, IOException cause) {
        return new WeightsException(
                "Cannot read weights from " + file + ": expected a readable file, found: " + IoReason.of(cause)
                        + ". Check its permissions and whether it is still being written.",
                cause);
    }

    /** The file is sound, but lacks the tensor asked for. */
    static WeightsException missing(Checkpoint checkpoint, String name) {
        Set<String> names = checkpoint.names();
        String found = names.isEmpty()
                ? "no tensors at all"
                : names.size() + " others, the most similar being " + similar(names, name);
        return new WeightsException("Cannot read weights from " + checkpoint.source() + ": expected a tensor "
                + quote(name) + ", found " + found + ". Check that the file belongs to this model.");
    }

    private static String similar(Set<String> names, String wanted) {
        Comparator<String> byLikeness = Comparator.comparingInt(name -> -likeness(name, wanted));
        List<String> nearest =
                names.stream().sorted(byLikeness).limit(MAX_SIMILAR_NAMES).toList();
        return nearest.stream().map(Refusal::quote).collect(Collectors.joining(", "));
    }

    /** Characters shared at both ends: names mostly differ by a prefix, or in a block number in the middle. */
    private static int likeness(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int head = 0;
        while (head < length && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < length - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return head + tail;
    }

    /** {@link #shorten} in quotes. */
    static String quote(String text) {
        return '"' + shorten(text) + '"';
    }

    /** At most 80 characters, control characters replaced. */
    static String shorten(String text) {
        String shortened = text.length() <= MAX_PRINTED_CHARS ? text : text.substring(0, MAX_PRINTED_CHARS) + "...";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
