/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.Map;

/** A kind of network with its sizes: which tensors it has, and what its model card says of it. Immutable. */
public interface NetworkDesign {

    /** Name and shape of every tensor of {@code weights.safetensors}, in the order of the data flow. */
    Map<String, long[]> tensorShapes();

    /** The entries of {@code architecture} in a model card. */
    Map<String, Object> toYaml();

    /** For messages: what a model of this design is, such as {@code an AHIQ network}. */
    String words();
}
