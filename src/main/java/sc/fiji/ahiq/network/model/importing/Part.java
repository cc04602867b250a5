/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.util.Locale;
import java.util.regex.Pattern;

/** A part of the network that is published in a file of its own, with the names that its tensors have there. */
enum Part {
    AHIQ(
            "the AHIQ heads",
            "",
            "(deform_net|regressor)\\..*",
            "(optimizer|scheduler)(_state_dict)?\\..*|epoch|loss(\\..*)?"),
    CNN(
            "the CNN",
            "cnn.",
            "conv1\\.weight|bn1\\..*|layer1\\..*|conv2d_1a\\..*|mixed_5b\\..*",
            "layer[234]\\..*|fc\\..*|.*\\.num_batches_tracked"
                    + "|(incre_modules|downsamp_modules|final_layer|classifier)\\..*"
                    + "|(mixed_6a|mixed_7a|repeat_[12]|block8|conv2d_7b|classif)\\..*"),
    VIT(
            "the Vision Transformer",
            "vit.",
            "cls_token|pos_embed|patch_embed\\..*|blocks\\..*",
            "norm\\..*|head\\..*|pre_logits\\..*|blocks\\.\\d+\\.(norm[12]|attn\\.(qkv|proj)|mlp\\.fc[12])\\.(weight|bias)");

    private final String words;
    private final String prefix;
    private final Pattern own;
    private final Pattern unneeded;

    Part(String words, String prefix, String own, String unneeded) {
        this.words = words;
        this.prefix = prefix;
        this.own = Pattern.compile(own);
        this.unneeded = Pattern.compile(unneeded);
    }

    /** @param key of a part */
    static Part named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** As the options and the model card call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For messages. */
    String words() {
        return words;
    }

    /** Before the names of its tensors in a model. */
    String prefix() {
        return prefix;
    }

    /** Whether a tensor of this name tells that a file is of this part. */
    boolean owns(String name) {
        return own.matcher(name).matches();
    }

    /** Whether files of this part have such tensors, of which the network needs at most some. */
    boolean knows(String name) {
        return unneeded.matcher(name).matches();
    }
}
