/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;

/** Takes off the names of tensors what wrappers and training scripts put before them. */
final class PlainNames {

    private static final List<String> PREFIXES = List.of("module.", "params.", "model.", "state_dict.", "opt/target/");

    /** The published training script saves the state of each head below a name of its own. */
    private static final Map<String, String> HEADS = Map.of(
            "deform_net_model_state_dict.", "deform_net.",
            "regressor_model_state_dict.", "regressor.",
            "deform_net.", "deform_net.",
            "regressor.", "regressor.");

    private PlainNames() {}

    /** The tensors of a file by their plain names. */
    static Map<String, SourceTensor> of(Checkpoint checkpoint) {
        Map<String, SourceTensor> tensors = new LinkedHashMap<>();
        for (String name : checkpoint.names()) {
            SourceTensor other = tensors.put(plain(name), SourceTensor.of(checkpoint, name));
            if (other != null) {
                throw new WeightsException("Cannot import " + checkpoint.source() + ": its tensors "
                        + Printable.of(other.name()) + " and " + Printable.of(name) + " have the same name "
                        + Printable.of(plain(name)) + " without their prefixes, so that it is not clear which is meant."
                        + " Save one of the two sets of weights alone.");
            }
        }
        return tensors;
    }

    static String plain(String name) {
        String plain = withoutPrefixes(name);
        for (Map.Entry<String, String> head : HEADS.entrySet()) {
            if (plain.startsWith(head.getKey())) {
                return head.getValue()
                        + withoutPrefixes(plain.substring(head.getKey().length()));
            }
        }
        return plain;
    }

    private static String withoutPrefixes(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return withoutPrefixes(name.substring(prefix.length()));
            }
        }
        return name;
    }
}
