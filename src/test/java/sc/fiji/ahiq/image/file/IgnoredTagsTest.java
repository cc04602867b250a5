/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IgnoredTagsTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void orientationIsFoundInBothByteOrders() {
        String little = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0\0\0";
        String big = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\10\0\0";

        assertThat(IgnoredTags.of(bytes("\u00ff\u00d8..Exif\0\0" + little)))
                .containsExactly("EXIF orientation 6 ignored");
        assertThat(IgnoredTags.of(bytes("\u0089PNG....eXIf" + big))).containsExactly("EXIF orientation 8 ignored");
    }

    @Test
    void profilesAreFound() {
        assertThat(IgnoredTags.of(bytes("\u0089PNG....iCCPx"))).containsExactly("colour profile ignored");
        assertThat(IgnoredTags.of(bytes("\u00ff\u00d8\u00ff\u00e2..ICC_PROFILE\0")))
                .containsExactly("colour profile ignored");
    }

    @Test
    void damagedOrPlainFilesHaveNoNotes() {
        assertThat(IgnoredTags.of(bytes("Exif\0\0II*\0\u00ff\u00ff\u00ff\u007f")))
                .isEmpty();
        assertThat(IgnoredTags.of(bytes("Exif\0\0II"))).isEmpty();
        assertThat(IgnoredTags.of(bytes("\u0089PNG"))).isEmpty();
    }
}
