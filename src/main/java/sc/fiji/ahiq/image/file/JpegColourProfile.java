/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ImageIO converts JPEG pixels by an embedded colour profile, which ImageJ does not; without profile both agree. */
final class JpegColourProfile {

    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int APP2 = 0xe2;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    private JpegColourProfile() {}

    /** The file without its colour profile segments; the same array if it has none or is no JPEG file. */
    static byte[] removed(byte[] file) {
        if (file.length < 4 || unsigned(file, 0) != MARKER || unsigned(file, 1) != START_OF_IMAGE) {
            return file;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        int at = 2;
        while (hasApplicationSegment(file, at)) {
            int end = Math.min(file.length, at + 2 + segmentLength(file, at));
            if (!isProfile(file, at)) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        kept.write(file, at, file.length - at);
        return kept.size() == file.length ? file : kept.toByteArray();
    }

    /** Application and comment segments come first; the profile is one of them. */
    private static boolean hasApplicationSegment(byte[] file, int at) {
        if (at + 4 > file.length || unsigned(file, at) != MARKER) {
            return false;
        }
        int type = unsigned(file, at + 1);
        return (type >= 0xe0 && type <= 0xef || type == 0xfe) && segmentLength(file, at) >= 2;
    }

    private static boolean isProfile(byte[] file, int at) {
        int start = at + 4;
        return unsigned(file, at + 1) == APP2
                && start + PROFILE.length <= file.length
                && Arrays.equals(file, start, start + PROFILE.length, PROFILE, 0, PROFILE.length);
    }

    private static int segmentLength(byte[] file, int at) {
        return unsigned(file, at + 2) << 8 | unsigned(file, at + 3);
    }

    private static int unsigned(byte[] file, int at) {
        return file[at] & 0xff;
    }
}
