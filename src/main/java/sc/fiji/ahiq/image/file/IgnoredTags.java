/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a JPEG, PNG or WebP file says about its pixels and is ignored: colour profiles and the orientation of EXIF. */
final class IgnoredTags {

    private static final int SEARCHED_BYTES = 1 << 18;
    private static final int ORIENTATION = 0x112;
    private static final int ENTRY_BYTES = 12;
    private static final List<String> PROFILES = List.of("ICC_PROFILE\0", "iCCP", "ICCP");
    private static final List<String> EXIF = List.of("Exif\0\0", "eXIf", "EXIF");

    private IgnoredTags() {}

    /** As notes. */
    static List<String> of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, SEARCHED_BYTES), StandardCharsets.ISO_8859_1);
        List<String> notes = new ArrayList<>();
        if (PROFILES.stream().anyMatch(start::contains)) {
            notes.add("colour profile ignored");
        }
        for (String name : EXIF) {
            int at = start.indexOf(name);
            int directory = at < 0 ? -1 : Math.max(start.indexOf("II*\0", at), start.indexOf("MM\0*", at));
            int orientation =
                    directory < 0 ? 1 : orientation(ByteBuffer.wrap(file).slice(directory, file.length - directory));
            if (orientation > 1) {
                notes.add("EXIF orientation " + orientation + " ignored");
                break;
            }
        }
        return notes;
    }

    /** Of the first directory of a TIFF file; 1, as it is stored, where there is none. */
    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int at = tiff.getInt(4);
            for (int i = 0; i < (tiff.getShort(at) & 0xffff); i++) {
                int entry = at + Short.BYTES + ENTRY_BYTES * i;
                if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                    return tiff.getShort(entry + 8);
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return 1; // what is ignored may be damaged
        }
        return 1;
    }
}
