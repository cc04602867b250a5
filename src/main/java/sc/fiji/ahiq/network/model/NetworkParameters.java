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
import java.util.function.Function;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** Which tensors of the weights file the attributes of the network's modules hold. */
public final class NetworkParameters {

    private NetworkParameters() {}

    /**
     * For every tensor attribute, by its path such as {@code vit.qkv_weight}, the names of the tensors in
     * {@link NetworkDesign#tensorShapes()} that it holds: one, or several stacked along a new first dimension.
     */
    public static Map<String, List<String>> sources(NetworkDesign design) {
        Map<Tensor, String> names = new IdentityHashMap<>();
        Map<String, List<String>> sources = new LinkedHashMap<>();
        Function<String, Tensor> tokens = name -> {
            Tensor token = Tensor.of(new float[0], 0);
            names.put(token, name);
            return token;
        };
        ScriptModule network = design instanceof Architecture architecture
                ? new NetworkAssembler(architecture, tokens).network()
                : new DifferenceModules(tokens).root();
        network.tensors()
                .forEach((path, parts) ->
                        sources.put(path, parts.stream().map(names::get).toList()));
        return sources;
    }
}
