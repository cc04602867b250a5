/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * An instance of a TorchScript class with the values of its attributes, in the order of their declaration in the
 * source. Mutable while it is built; not thread safe.
 */
public final class ScriptModule {

    private final String className;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    /**
     * An instance in evaluation mode.
     *
     * @param className qualified name below {@code __torch__}, for example {@code ahiq.vit.VisionTransformer}
     */
    public ScriptModule(String className) {
        this.className = className;
        attributes.put("training", false);
    }

    /** Sets a tensor attribute. */
    public ScriptModule set(String name, Tensor value) {
        return put(name, new Stack(List.of(value), value.shape()));
    }

    /**
     * Sets a tensor attribute to {@code values} stacked along a new first dimension. They are written one after the
     * other, so that no stacked copy is made.
     *
     * @throws IllegalArgumentException if there are none or they differ in type or shape
     */
    public ScriptModule setStacked(String name, List<Tensor> values) {
        return put(name, Stack.of(values));
    }

    /** Sets a tensor attribute to all elements of {@code values}, one tensor after the other, in one dimension. */
    public ScriptModule setJoined(String name, List<Tensor> values) {
        return put(name, Stack.joined(values));
    }

    public ScriptModule set(String name, long value) {
        return put(name, value);
    }

    public ScriptModule set(String name, double value) {
        return put(name, value);
    }

    public ScriptModule set(String name, ScriptModule value) {
        return put(name, value);
    }

    private ScriptModule put(String name, Object value) {
        if (attributes.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("Attribute " + name + " of " + className + " is set twice");
        }
        return this;
    }

    /**
     * All tensors of this module and those in it, by the path of their attribute such as {@code vit.qkv_weight};
     * stacked ones as parts.
     */
    public Map<String, List<Tensor>> tensors() {
        Map<String, List<Tensor>> tensors = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (value instanceof Stack stack) {
                tensors.put(name, stack.parts());
            } else if (value instanceof ScriptModule module) {
                module.tensors().forEach((path, parts) -> tensors.put(name + "." + path, parts));
            }
        });
        return tensors;
    }

    String className() {
        return className;
    }

    /** Values are {@link Stack}, {@link ScriptModule}, {@link Long}, {@link Double} or {@link Boolean}. */
    Map<String, Object> attributes() {
        return Collections.unmodifiableMap(attributes);
    }
}
