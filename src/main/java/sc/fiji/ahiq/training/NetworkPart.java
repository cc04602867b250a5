/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.NetworkParameters;

/** Parts of the network that can be kept as they are. */
enum NetworkPart {
    VIT("vit."),
    CNN("cnn."),
    FUSION("fusion."),
    REGRESSOR("regressor.");

    private final String prefix;

    NetworkPart(String prefix) {
        this.prefix = prefix;
    }

    /** Whether a parameter of the network, such as {@code vit.qkv_weight}, belongs to it. */
    boolean owns(String parameter) {
        return parameter.startsWith(prefix);
    }

    static String pattern() {
        return Stream.of(values()).map(NetworkPart::toString).collect(Collectors.joining("|"));
    }

    /** Those that a network has. */
    static List<NetworkPart> of(Architecture architecture) {
        Set<String> parameters = NetworkParameters.sources(architecture).keySet();
        return Stream.of(values())
                .filter(part -> parameters.stream().anyMatch(part::owns))
                .toList();
    }

    static boolean anyOwns(Set<NetworkPart> parts, String parameter) {
        return parts.stream().anyMatch(part -> part.owns(parameter));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
