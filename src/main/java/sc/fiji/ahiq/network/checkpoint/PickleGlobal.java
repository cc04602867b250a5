/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.DType;

/** The Python names that a pickle may mention. They stand for themselves: nothing is imported or loaded by name. */
enum PickleGlobal {
    ORDERED_DICT("collections.OrderedDict"),
    REBUILD_TENSOR("torch._utils._rebuild_tensor_v2"),
    REBUILD_PARAMETER("torch._utils._rebuild_parameter"),
    SIZE("torch.Size"),
    DEVICE("torch.device"),
    NUMPY_SCALAR("numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar"),
    NUMPY_DTYPE("numpy.dtype"),
    ENCODE("_codecs.encode"),
    DOUBLE_STORAGE(DType.F64, "torch.DoubleStorage"),
    FLOAT_STORAGE(DType.F32, "torch.FloatStorage"),
    HALF_STORAGE(DType.F16, "torch.HalfStorage"),
    BFLOAT16_STORAGE(DType.BF16, "torch.BFloat16Storage"),
    LONG_STORAGE(DType.I64, "torch.LongStorage"),
    INT_STORAGE(DType.I32, "torch.IntStorage"),
    SHORT_STORAGE(DType.I16, "torch.ShortStorage"),
    CHAR_STORAGE(DType.I8, "torch.CharStorage"),
    BYTE_STORAGE(DType.U8, "torch.ByteStorage"),
    BOOL_STORAGE(DType.BOOL, "torch.BoolStorage"),
    UNTYPED_STORAGE(DType.U8, "torch.storage.UntypedStorage", "torch.UntypedStorage");

    private static final Map<String, PickleGlobal> BY_NAME = new HashMap<>();

    static {
        for (PickleGlobal global : values()) {
            global.names.forEach(name -> BY_NAME.put(name, global));
        }
    }

    private final DType dtype;
    private final List<String> names;

    PickleGlobal(String... names) {
        this(null, names);
    }

    PickleGlobal(DType dtype, String... names) {
        this.dtype = dtype;
        this.names = List.of(names);
    }

    /** Null if the name is not allowed. */
    static PickleGlobal of(String module, String name) {
        return BY_NAME.get(module + '.' + name);
    }

    /** Element type of a storage class, null for anything else. */
    DType storageType() {
        return dtype;
    }

    @Override
    public String toString() {
        return names.get(0);
    }
}
