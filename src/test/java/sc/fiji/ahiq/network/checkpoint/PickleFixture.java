/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Assembles pickles instruction by instruction, right or wrong. */
final class PickleFixture {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PickleFixture() {
        op(0x80, 2);
    }

    PickleFixture op(int... codes) {
        for (int code : codes) {
            bytes.write(code);
        }
        return this;
    }

    PickleFixture raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    PickleFixture text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op('X', utf8.length, utf8.length >> 8, utf8.length >> 16, 0).raw(utf8);
    }

    PickleFixture integer(long value) {
        return op(0x8a, 8)
                .raw(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    PickleFixture global(String module, String name) {
        return op('c').raw((module + '\n' + name + '\n').getBytes(StandardCharsets.ISO_8859_1));
    }

    PickleFixture tuple(long... values) {
        op('(');
        for (long value : values) {
            integer(value);
        }
        return op('t');
    }

    PickleFixture storage(String type, String key, long elements) {
        op('(').text("storage").global("torch", type).text(key).text("cpu");
        return integer(elements).op('t', 'Q');
    }

    PickleFixture tensor(String type, String key, long elements, long offset, long[] shape, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op('(').storage(type, key, elements);
        integer(offset).tuple(shape).tuple(strides).op(0x89);
        return global("collections", "OrderedDict").op(')', 'R', 't', 'R');
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
