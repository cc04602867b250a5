/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * Reads one pickle that {@code torch.save} wrote. Python's machine with most of it left out: the instructions are those
 * that protocols 2 to 5 need for dicts, lists, tuples, text, bytes and numbers, the names those of
 * {@link PickleGlobal}; everything else is refused by its name and offset. Nothing is executed.
 *
 * <p>The values are {@code Map}, {@code List}, {@link PickleTuple}, {@code String}, {@code byte[]}, {@code Long},
 * {@code BigInteger}, {@code Double}, {@code Boolean}, null for {@code None}, and what {@link TorchReduction} makes.
 * They may contain themselves.
 *
 * <p>At most a million instructions bound the stack, the memo and the number of values; lengths are bounded by the
 * bytes there are. No method recurses.
 */
final class Unpickler {

    static final int MAX_PICKLE_BYTES = 1 << 24;

    private static final int MAX_INSTRUCTIONS = 1_000_000;
    private static final int MAX_PROTOCOL = 5;
    private static final int PROTO = 0x80;

    private final PickleInput input;
    private final TorchReduction reduction;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private int at;

    private Unpickler(PickleInput input, Map<String, TorchStorage> storages) {
        this.input = input;
        this.reduction = new TorchReduction(input.place(), storages);
    }

    /**
     * The value of the pickle that begins at the position of {@code input}, which is behind it afterwards.
     *
     * @param storages gets those that the pickle names, by their keys
     */
    static Object load(PickleInput input, Map<String, TorchStorage> storages) {
        return new Unpickler(input, storages).load();
    }

    private Object load() {
        checkProtocol();
        for (int i = 0; i < MAX_INSTRUCTIONS; i++) {
            at = input.offset();
            if (input.remaining() == 0) {
                throw input.refusal(at, "more instructions, the last being STOP", "the end of the pickle");
            }
            int code = input.u8();
            if (code == '.') {
                return pop();
            }
            obey(code);
        }
        throw input.refusal(at, "a pickle of at most " + MAX_INSTRUCTIONS + " instructions", "more");
    }

    private void checkProtocol() {
        at = input.offset();
        int code = input.u8();
        if (code != PROTO) {
            throw input.refusal(at, "a pickle of protocol 2 to 5", String.format("the byte 0x%02x", code));
        }
        int protocol = input.u8();
        if (protocol < 2 || protocol > MAX_PROTOCOL) {
            throw input.refusal(at, "a pickle of protocol 2 to 5", "protocol " + protocol);
        }
    }

    private void obey(int code) {
        switch (code) {
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'J' -> push((long) input.i32());
            case 'K' -> push((long) input.u8());
            case 'M' -> push((long) input.u16());
            case 0x8a -> push(integer(input.bytes(input.u8())));
            case 'G' -> push(input.bigEndianDouble());
            case 'X' -> push(input.utf8(input.u32()));
            case 0x8c -> push(input.utf8(input.u8()));
            case 0x8d -> push(input.utf8(input.u64()));
            case 'T' -> push(input.utf8(input.i32())); // of Python 2
            case 'U' -> push(input.utf8(input.u8())); // of Python 2
            case 'B' -> push(input.bytes(input.u32()));
            case 'C' -> push(input.bytes(input.u8()));
            case 0x8e -> push(input.bytes(input.u64()));
            case '(' -> marks.add(stack.size());
            case ')' -> push(PickleTuple.EMPTY);
            case 0x85 -> push(new PickleTuple(popAll(1)));
            case 0x86 -> push(new PickleTuple(popAll(2)));
            case 0x87 -> push(new PickleTuple(popAll(3)));
            case 't' -> push(new PickleTuple(popToMark()));
            case ']' -> push(new ArrayList<>(0));
            case 'a' -> append(popAll(1));
            case 'e' -> append(popToMark());
            case '}' -> push(new LinkedHashMap<>());
            case 's' -> setItems(popAll(2));
            case 'u' -> setItems(popToMark());
            case 'h' -> push(recall(input.u8()));
            case 'j' -> push(recall(input.u32()));
            case 'q' -> memo.put((long) input.u8(), peek());
            case 'r' -> memo.put(input.u32(), peek());
            case 0x94 -> memo.put((long) memo.size(), peek());
            case 0x95 -> input.require(input.u64());
            case 'c' -> push(global(input.line(), input.line()));
            case 0x93 -> stackGlobal();
            case 'Q' -> push(reduction.storage(pop(), at));
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw refuseInstruction(code);
        }
    }

    private WeightsException refuseInstruction(int code) {
        PickleOpcode opcode = PickleOpcode.of(code);
        String found = opcode == null ? String.format("the byte 0x%02x", code) : opcode.name();
        return input.refusal(at, "an instruction that torch.save needs for tensors", found);
    }

    private static Object integer(byte[] littleEndian) {
        if (littleEndian.length == 0) {
            return 0L;
        }
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        BigInteger value = new BigInteger(bigEndian);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        requireOnStack(1);
        return stack.remove(stack.size() - 1);
    }

    private Object peek() {
        requireOnStack(1);
        return stack.get(stack.size() - 1);
    }

    private void requireOnStack(int count) {
        int available = stack.size() - (marks.isEmpty() ? 0 : marks.get(marks.size() - 1));
        if (available < count) {
            throw input.refusal(at, count + " values on the stack", "" + available);
        }
    }

    private List<Object> popAll(int count) {
        requireOnStack(count);
        List<Object> top = stack.subList(stack.size() - count, stack.size());
        List<Object> values = Collections.unmodifiableList(Arrays.asList(top.toArray()));
        top.clear();
        return values;
    }

    private List<Object> popToMark() {
        if (marks.isEmpty()) {
            throw input.refusal(at, "a mark on the stack", "none");
        }
        List<Object> values = popAll(stack.size() - marks.get(marks.size() - 1));
        marks.remove(marks.size() - 1);
        return values;
    }

    private void append(List<Object> values) {
        // Only EMPTY_LIST makes array lists.
        if (!(peek() instanceof ArrayList<?> list)) {
            throw input.refusal(at, "a list to append to", TorchReduction.describe(peek()));
        }
        @SuppressWarnings("unchecked")
        List<Object> items = (List<Object>) list;
        items.addAll(values);
    }

    private void setItems(List<Object> keysAndValues) {
        if (!(peek() instanceof Map<?, ?> map)) {
            throw input.refusal(at, "a dict to set items of", TorchReduction.describe(peek()));
        }
        if (keysAndValues.size() % 2 != 0) {
            throw input.refusal(at, "keys and values in pairs", keysAndValues.size() + " of them");
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> items = (Map<Object, Object>) map;
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            reduction.put(items, keysAndValues.get(i), keysAndValues.get(i + 1), at);
        }
    }

    private Object recall(long index) {
        if (!memo.containsKey(index)) {
            throw input.refusal(at, "something memorised as " + index, "nothing");
        }
        return memo.get(index);
    }

    private PickleGlobal global(String module, String name) {
        PickleGlobal global = PickleGlobal.of(module, name);
        if (global == null) {
            throw input.place()
                    .refusal(
                            at,
                            "only names that tensors need",
                            Refusal.quote(module + '.' + name),
                            "The file holds more than weights, possibly a program, which is never run. Save the state_dict"
                                    + " alone, or do not use the file.");
        }
        return global;
    }

    private void stackGlobal() {
        List<Object> names = popAll(2);
        if (!(names.get(0) instanceof String module && names.get(1) instanceof String name)) {
            throw input.refusal(at, "a module and a name", TorchReduction.describe(names.get(0)));
        }
        push(global(module, name));
    }

    private void reduce() {
        List<Object> call = popAll(2);
        if (!(call.get(0) instanceof PickleGlobal global)) {
            throw input.refusal(at, "a name to call", TorchReduction.describe(call.get(0)));
        }
        if (!(call.get(1) instanceof PickleTuple arguments)) {
            throw input.refusal(at, "a tuple of arguments", TorchReduction.describe(call.get(1)));
        }
        push(reduction.call(global, arguments, at));
    }

    private void build() {
        Object state = pop();
        reduction.setState(peek(), state, at);
    }
}
