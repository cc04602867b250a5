/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.EngineException;

/** Messages between a process and its helper. */
class MessageTest {

    private static byte[] bytes(long call, MessageWriter message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageFrame(call, message.message()).write(out);
        return out.toByteArray();
    }

    private static MessageReader reader(byte[] frame) throws IOException {
        return new MessageReader(
                MessageFrame.read(new ByteArrayInputStream(frame)).message());
    }

    private static MessageReader reader(MessageWriter message) throws IOException {
        return reader(bytes(1, message));
    }

    @Test
    void framesAreThoseOfTheDescription() throws IOException {
        assertThat(HexFormat.of()
                        .formatHex(bytes(1, new MessageWriter().number(7).text("cpu"))))
                .isEqualTo("41484951" + "13000000" + "0100000000000000" + "0700000000000000" + "0300000000000000"
                        + "637075");
    }

    @Test
    void whatIsWrittenIsReadToTheLastBit() throws IOException {
        float[] floats = {0f, -0f, Float.MIN_VALUE, Float.NaN, Float.intBitsToFloat(0x7fa00001), 1 / 3f};
        float[] many = new float[100_000];
        Arrays.fill(many, 0.1f);

        MessageReader message = reader(new MessageWriter()
                .number(Long.MIN_VALUE)
                .real(0.1)
                .text("\u00e4\ud83d\ude00")
                .floats(floats)
                .floats(many));

        assertThat(message.number()).isEqualTo(Long.MIN_VALUE);
        assertThat(message.real()).isEqualTo(0.1);
        assertThat(message.text()).isEqualTo("\u00e4\ud83d\ude00");
        assertThat(bits(message.floats(2, 3))).isEqualTo(bits(floats));
        assertThat(message.floats(many.length)).isEqualTo(many);
        message.end();
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    @Test
    void whatIsTooLongTooShortOrOutOfRangeIsRefused() throws IOException {
        assertThatThrownBy(() -> reader(new MessageWriter().number(4)).floats(4))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("number 4, expected 0 to 0");
        for (long[] shape : new long[][] {{7}, {2, 2}, {5, Integer.MAX_VALUE, Integer.MAX_VALUE, 5}, {}, {0}}) {
            assertThatThrownBy(() ->
                            reader(new MessageWriter().floats(new float[6])).floats(shape))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("6 numbers, expected those of " + Arrays.toString(shape));
        }
        assertThatThrownBy(
                        () -> reader(new MessageWriter().number(-1).number(0)).text())
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> reader(new MessageWriter().number(3)).number(0, 2))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("number 3, expected 0 to 2");
        assertThatThrownBy(() -> reader(new MessageWriter()).number())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("8 bytes expected, but the message ends after 0");
        assertThatThrownBy(() -> reader(new MessageWriter().number(3)).end())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("8 bytes too many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Warning: something else", "AHIQ\u007f\u007f\u007f\u007f12345678", "AHIQ\0\0\0\u008012345678"})
    void whatIsNoFrameIsRefusedBeforeItIsRead(String text) {
        byte[] noise = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> MessageFrame.read(new ByteArrayInputStream(noise)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("no frame of this program: ");
    }

    @Test
    void whatIsLongerThanAMessageMayBeIsNotWritten() {
        MessageWriter message = new MessageWriter().floats(new float[1 << 27]);

        assertThatThrownBy(() -> message.floats(new float[1 << 27]))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Expected at most 1073741824 bytes for a helper process, but found 1073741840. Use a smaller"
                                + " batch or smaller images, or engine=internal (--engine internal).");
    }

    @Test
    void aFrameThatBreaksOffIsAnEnd() throws IOException {
        byte[] frame = bytes(1, new MessageWriter().text("a text"));

        assertThatThrownBy(() -> reader(Arrays.copyOf(frame, frame.length - 1))).isInstanceOf(EOFException.class);
    }
}
