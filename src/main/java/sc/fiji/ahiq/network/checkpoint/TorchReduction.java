/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * What the allowed calls of a pickle make: {@link TorchStorage}, {@link TorchTensor}, dicts, tuples, text and numbers.
 * Arguments are checked for their number, types and ranges.
 */
final class TorchReduction {

    private final Place place;
    private final Map<String, TorchStorage> storages;

    TorchReduction(Place place, Map<String, TorchStorage> storages) {
        this.place = place;
        this.storages = storages;
    }

    /** {@code dtype("f8")}, whose byte order comes later, by its state. */
    private static final class NumpyDType {
        private final String code;
        private NumpyType type;

        NumpyDType(String code) {
            this.code = code;
            this.type = NumpyType.of("|", code);
        }
    }

    /** {@code ('storage', class, key, location, elements)}, in legacy files with a sixth item for views. */
    TorchStorage storage(Object id, long at) {
        if (id instanceof PickleTuple tuple
                && (tuple.size() == 5 || tuple.size() == 6 && tuple.get(5) == null)
                && "storage".equals(tuple.get(0))
                && tuple.get(1) instanceof PickleGlobal type
                && type.storageType() != null
                && tuple.get(2) instanceof String key
                && tuple.get(3) instanceof String
                && tuple.get(4) instanceof Long elements
                && elements >= 0
                && elements <= Long.MAX_VALUE / type.storageType().sizeBytes()) {
            TorchStorage storage = new TorchStorage(type.storageType(), key, elements);
            TorchStorage other = storages.putIfAbsent(key, storage);
            if (other != null && !other.equals(storage)) {
                throw place.refusal(at, "one type and length of storage " + Refusal.quote(key), "two");
            }
            return storage;
        }
        throw place.refusal(at, "('storage', class, key, location, elements)", describe(id));
    }

    Object call(PickleGlobal global, PickleTuple arguments, long at) {
        return switch (global) {
            case ORDERED_DICT -> orderedDict(arguments, at);
            case REBUILD_TENSOR -> tensor(arguments, at);
            case REBUILD_PARAMETER -> parameter(arguments, at);
            case SIZE -> size(arguments, at);
            case DEVICE -> device(arguments, at);
            case NUMPY_DTYPE -> numpyDType(arguments, at);
            case NUMPY_SCALAR -> numpyScalar(arguments, at);
            case ENCODE -> encode(arguments, at);
            default -> throw place.refusal(at, "something to call", global.toString());
        };
    }

    /** Empty, or from a list of pairs, as Python 2 wrote it. */
    private Map<Object, Object> orderedDict(PickleTuple arguments, long at) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (arguments.size() == 0) {
            return dict;
        }
        if (arguments.size() != 1 || !(arguments.get(0) instanceof List<?> pairs)) {
            throw wrongArguments(PickleGlobal.ORDERED_DICT, "no argument, or a list of pairs", at);
        }
        for (Object pair : pairs) {
            List<?> items =
                    pair instanceof PickleTuple tuple ? tuple.items() : pair instanceof List<?> list ? list : List.of();
            if (items.size() != 2) {
                throw wrongArguments(PickleGlobal.ORDERED_DICT, "a list of pairs", at);
            }
            put(dict, items.get(0), items.get(1), at);
        }
        return dict;
    }

    /** Keys are text or integers, and never twice. */
    void put(Map<Object, Object> dict, Object key, Object value, long at) {
        if (!(key instanceof String || key instanceof Long)) {
            throw place.refusal(at, "text or integers as keys of a dict", describe(key));
        }
        if (dict.containsKey(key)) {
            throw place.refusal(at, "each key of a dict only once", Refusal.quote(key.toString()) + " again");
        }
        dict.put(key, value);
    }

    /** {@code (storage, offset, shape, strides, requires_grad, hooks)}, since PyTorch 1.10 also with metadata. */
    private TorchTensor tensor(PickleTuple arguments, long at) {
        if ((arguments.size() == 6 || arguments.size() == 7)
                && arguments.get(0) instanceof TorchStorage storage
                && arguments.get(1) instanceof Long offset) {
            TensorInfo info = new TensorInfo(storage.dtype(), longs(arguments.get(2), at));
            StridedView view = new StridedView(info, offset, longs(arguments.get(3), at));
            view.check(place, at, storage.elements());
            return new TorchTensor(storage, view, at);
        }
        throw wrongArguments(
                PickleGlobal.REBUILD_TENSOR, "(storage, offset, shape, strides, requires_grad, hooks)", at);
    }

    private long[] longs(Object tuple, long at) {
        if (tuple instanceof PickleTuple values
                && values.size() <= StridedView.MAX_DIMENSIONS
                && values.items().stream().allMatch(Long.class::isInstance)) {
            return values.items().stream().mapToLong(value -> (Long) value).toArray();
        }
        throw wrongArguments(
                PickleGlobal.REBUILD_TENSOR,
                "shape and strides of at most " + StridedView.MAX_DIMENSIONS + " integers",
                at);
    }

    private TorchTensor parameter(PickleTuple arguments, long at) {
        if (arguments.size() == 3 && arguments.get(0) instanceof TorchTensor tensor) {
            return tensor;
        }
        throw wrongArguments(PickleGlobal.REBUILD_PARAMETER, "(tensor, requires_grad, hooks)", at);
    }

    private PickleTuple size(PickleTuple arguments, long at) {
        if (arguments.size() == 1 && arguments.get(0) instanceof PickleTuple sizes) {
            return sizes;
        }
        throw wrongArguments(PickleGlobal.SIZE, "a tuple", at);
    }

    private String device(PickleTuple arguments, long at) {
        if (arguments.size() == 1 && arguments.get(0) instanceof String type) {
            return type;
        }
        if (arguments.size() == 2
                && arguments.get(0) instanceof String type
                && arguments.get(1) instanceof Long index) {
            return type + ':' + index;
        }
        throw wrongArguments(PickleGlobal.DEVICE, "a type and perhaps an index", at);
    }

    private NumpyDType numpyDType(PickleTuple arguments, long at) {
        if (arguments.size() == 3 && arguments.get(0) instanceof String code) {
            NumpyDType dtype = new NumpyDType(code);
            if (dtype.type != null || NumpyType.of("<", code) != null) {
                return dtype;
            }
            throw place.refusal(at, "a NumPy number type such as f8", Refusal.quote(code));
        }
        throw wrongArguments(PickleGlobal.NUMPY_DTYPE, "(type, align, copy)", at);
    }

    private Object numpyScalar(PickleTuple arguments, long at) {
        if (arguments.size() == 2
                && arguments.get(0) instanceof NumpyDType dtype
                && dtype.type != null
                && arguments.get(1) instanceof byte[] bytes
                && bytes.length == dtype.type.dtype().sizeBytes()) {
            return dtype.type.scalar(bytes);
        }
        throw wrongArguments(PickleGlobal.NUMPY_SCALAR, "(dtype, bytes)", at);
    }

    /** How protocol 2 writes bytes. */
    private byte[] encode(PickleTuple arguments, long at) {
        if (arguments.size() == 2 && arguments.get(0) instanceof String text && "latin1".equals(arguments.get(1))) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        throw wrongArguments(PickleGlobal.ENCODE, "(text, 'latin1')", at);
    }

    /**
     * The byte order of a NumPy type, or attributes of a dict ({@code _metadata} of a state dict), which are dropped.
     */
    void setState(Object target, Object state, long at) {
        if (target instanceof Map && state instanceof Map) {
            return;
        }
        if (target instanceof NumpyDType dtype
                && state instanceof PickleTuple tuple
                && tuple.size() == 8
                && tuple.get(1) instanceof String order
                && NumpyType.of(order, dtype.code) != null) {
            dtype.type = NumpyType.of(order, dtype.code);
            return;
        }
        throw place.refusal(at, "the state of a dict or of a NumPy type", describe(state) + " for " + describe(target));
    }

    private WeightsException wrongArguments(PickleGlobal global, String expected, long at) {
        return place.refusal(at, "as arguments of " + global + " " + expected, "others");
    }

    /** A value in words; containers are not looked into, because they may contain themselves. */
    static String describe(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof String text) {
            return Refusal.quote(text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value instanceof BigInteger ? "a long integer" : value.toString();
        }
        if (value instanceof Map) {
            return "a dict";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof PickleTuple tuple) {
            return "a tuple of " + tuple.size();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof TorchTensor) {
            return "a tensor";
        }
        return value instanceof TorchStorage
                ? "a storage"
                : value instanceof PickleGlobal ? value.toString() : "a NumPy type";
    }
}
