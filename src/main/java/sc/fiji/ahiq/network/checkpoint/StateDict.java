/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of an unpickled object by their paths: keys of dicts and indices of lists and tuples, joined by dots and
 * otherwise as they are, such as {@code optimizer_state_dict.state.0.exp_avg}. Keys may hold dots themselves, as
 * those of state dicts do; two paths that become the same name are refused.
 *
 * <p>Other values (numbers, text, {@code None}) become metadata; text is cut after 256
 * characters, bytes are told by their number, and after 10000 values the others are left out.
 *
 * <p>Containers that contain themselves, or each other very often, are refused by their depth or their number.
 */
final class StateDict {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 1_000_000;
    private static final int MAX_TENSORS = 65_536;
    private static final int MAX_NAME_CHARS = 256;
    private static final int MAX_METADATA = 10_000;
    private static final int MAX_TEXT_CHARS = 256;

    private final Place place;
    private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private int values;

    private StateDict(Place place) {
        this.place = place;
    }

    /** @param offset of the object, for messages */
    static StateDict of(Place place, long offset, Object root) {
        boolean container = root instanceof Map || root instanceof List || root instanceof PickleTuple;
        if (!container) {
            throw place.refusal(offset, "a dict of tensors", TorchReduction.describe(root));
        }
        StateDict dict = new StateDict(place);
        dict.walk("", root, 0);
        return dict;
    }

    Map<String, TorchTensor> tensors() {
        return tensors;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void walk(String path, Object value, int depth) {
        if (++values > MAX_VALUES) {
            throw place.refusal(0, "an object with at most " + MAX_VALUES + " values", "more");
        }
        if (depth > MAX_DEPTH) {
            throw place.refusal(
                    0, "at most " + MAX_DEPTH + " levels of dicts and lists", "more in " + Refusal.quote(path));
        }
        if (value instanceof Map<?, ?> dict) {
            dict.forEach((key, item) -> walk(join(path, key.toString(), depth), item, depth + 1));
        } else if (value instanceof List<?> list) {
            walkItems(path, list, depth);
        } else if (value instanceof PickleTuple tuple) {
            walkItems(path, tuple.items(), depth);
        } else {
            addLeaf(path, value);
        }
    }

    private void walkItems(String path, List<?> items, int depth) {
        for (int i = 0; i < items.size(); i++) {
            walk(join(path, Integer.toString(i), depth), items.get(i), depth + 1);
        }
    }

    private String join(String path, String key, int depth) {
        if (key.length() > MAX_NAME_CHARS - 1 - path.length() || key.chars().anyMatch(Character::isISOControl)) {
            throw place.refusal(
                    0,
                    "names of at most " + MAX_NAME_CHARS + " characters, none of them control characters",
                    Refusal.quote(path + '.' + key));
        }
        return depth == 0 ? key : path + '.' + key;
    }

    private void addLeaf(String path, Object value) {
        boolean tensor = value instanceof TorchTensor;
        if (!tensor && metadata.size() >= MAX_METADATA) {
            return;
        }
        if (!names.add(path)) {
            throw place.refusal(0, "each name only once", Refusal.quote(path) + " again");
        }
        if (!tensor) {
            metadata.put(path, text(value));
            return;
        }
        if (tensors.size() == MAX_TENSORS) {
            throw place.refusal(0, "at most " + MAX_TENSORS + " tensors", "more");
        }
        tensors.put(path, (TorchTensor) value);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text.length() <= MAX_TEXT_CHARS ? text : text.substring(0, MAX_TEXT_CHARS) + "...";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof BigInteger integer ? integer.toString() : TorchReduction.describe(value);
    }
}
