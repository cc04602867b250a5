/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.DType;

/**
 * Pickles a tree of module objects (protocol 2) and collects the tensors that it refers to, in the order of their keys.
 */
final class ModulePickler {

    private static final int PROTO = 0x80;
    private static final int GLOBAL = 'c';
    private static final int EMPTY_TUPLE = ')';
    private static final int NEWOBJ = 0x81;
    private static final int EMPTY_DICT = '}';
    private static final int MARK = '(';
    private static final int BINUNICODE = 'X';
    private static final int BININT1 = 'K';
    private static final int BINFLOAT = 'G';
    private static final int LONG1 = 0x8a;
    private static final int NEWTRUE = 0x88;
    private static final int NEWFALSE = 0x89;
    private static final int TUPLE = 't';
    private static final int BINPERSID = 'Q';
    private static final int REDUCE = 'R';
    private static final int SETITEMS = 'u';
    private static final int BUILD = 'b';
    private static final int STOP = '.';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Stack> storages = new ArrayList<>();

    static byte[] emptyTuple() {
        return new byte[] {(byte) PROTO, 2, EMPTY_TUPLE, STOP};
    }

    byte[] pickle(ScriptModule root) {
        opcode(PROTO, 2);
        module(root);
        opcode(STOP);
        return out.toByteArray();
    }

    /** Storage {@code i} belongs into the entry {@code data/i}. */
    List<Stack> storages() {
        return storages;
    }

    private void module(ScriptModule module) {
        int dot = module.className().lastIndexOf('.');
        global(
                "__torch__." + module.className().substring(0, dot),
                module.className().substring(dot + 1));
        opcode(EMPTY_TUPLE, NEWOBJ, EMPTY_DICT, MARK);
        for (Map.Entry<String, Object> attribute : module.attributes().entrySet()) {
            string(attribute.getKey());
            value(attribute.getValue());
        }
        opcode(SETITEMS, BUILD);
    }

    private void value(Object value) {
        if (value instanceof ScriptModule module) {
            module(module);
        } else if (value instanceof Stack tensor) {
            tensor(tensor);
        } else if (value instanceof Boolean flag) {
            opcode(flag ? NEWTRUE : NEWFALSE);
        } else if (value instanceof Double number) {
            opcode(BINFLOAT);
            bytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        } else {
            integer((Long) value);
        }
    }

    private void tensor(Stack tensor) {
        global("torch._utils", "_rebuild_tensor_v2");
        opcode(MARK);
        opcode(MARK);
        string("storage");
        global("torch", storageClass(tensor.dtype()));
        string(Integer.toString(storages.size()));
        string("cpu");
        integer(tensor.elementCount());
        opcode(TUPLE, BINPERSID);
        storages.add(tensor);
        integer(0);
        tuple(tensor.shape());
        tuple(strides(tensor.shape()));
        opcode(NEWFALSE);
        global("collections", "OrderedDict");
        opcode(EMPTY_TUPLE, REDUCE, TUPLE, REDUCE);
    }

    private static String storageClass(DType dtype) {
        return switch (dtype) {
            case F64 -> "DoubleStorage";
            case F32 -> "FloatStorage";
            case F16 -> "HalfStorage";
            case BF16 -> "BFloat16Storage";
            case I64 -> "LongStorage";
            case I32 -> "IntStorage";
            case I16 -> "ShortStorage";
            case I8 -> "CharStorage";
            case U8 -> "ByteStorage";
            case BOOL -> "BoolStorage";
        };
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    private void tuple(long[] values) {
        opcode(MARK);
        for (long value : values) {
            integer(value);
        }
        opcode(TUPLE);
    }

    private void integer(long value) {
        if (value >= 0 && value < 256) {
            opcode(BININT1, (int) value);
        } else {
            opcode(LONG1, Long.BYTES);
            bytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
        }
    }

    private void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        opcode(BINUNICODE);
        bytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(utf8.length)
                .array());
        bytes(utf8);
    }

    private void global(String module, String name) {
        opcode(GLOBAL);
        bytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void opcode(int... codes) {
        for (int code : codes) {
            out.write(code);
        }
    }

    private void bytes(byte[] bytes) {
        out.writeBytes(bytes);
    }
}
