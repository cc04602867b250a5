/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Which tensors of the weights file the attributes of the network's modules hold. */
public final class NetworkParameters {

    private NetworkParameters() {}

    /**
     * For every tensor attribute, by its path such as {@code vit.qkv_weight}, the names of the tensors in
     * {@link Architecture#tensorShapes()} that it holds: one, or several stacked along a new first dimension.
     */
    public static Map<String, List<String>> sources(Architecture architecture) {
        Map<Tensor, String> names = new IdentityHashMap<>();
        Map<String, List<String>> sources = new LinkedHashMap<>();
        new NetworkAssembler(architecture, name -> {
                    Tensor token = Tensor.of(new float[0], 0);
                    names.put(token, name);
                    return token;
                })
                .network()
                .tensors()
                .forEach((path, parts) ->
                        sources.put(path, parts.stream().map(names::get).toList()));
        return sources;
    }
}
