/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

/**
 * Multiply-adds of the network for one image of a crop pair, by stage, as the published layers would need them: what
 * this program saves by rearranging layers is not subtracted, so that speeds compare. Element-wise work is not counted.
 *
 * @param vit patch embedding and blocks; both images
 * @param cnn stem and first stage; both images
 * @param offsets of the deformable convolution; the reference only
 * @param deform the deformable convolution itself; both images
 * @param reduce the two convolutions after it; both images
 * @param down 1 x 1 convolution of the joined features; both images
 * @param regress the rest of the regressor; once for the pair
 */
public record NetworkCost(long vit, long cnn, long offsets, long deform, long reduce, long down, long regress) {

    public static NetworkCost of(Architecture a) {
        long patches = (long) a.grid() * a.grid();
        long positions = (long) a.cnnGrid() * a.cnnGrid();
        long cnnChannels = a.cnnChannels();
        Architecture.Regressor r = a.regressor();
        long halved = Math.max(a.cnnGrid() / 2, a.grid());
        long deformable = a.fusion().type() == FusionType.DEFORMABLE ? 1 : 0;
        long heads = r.pooling().hasAttention() ? 2 : 1;
        return new NetworkCost(
                vit(a.vit(), patches),
                a.cnn().multiplyAdds(a.crop()),
                deformable * 9 * positions * a.vitChannels() * Architecture.OFFSET_CHANNELS,
                deformable * 9 * positions * cnnChannels * cnnChannels,
                9 * a.fusion().hidden() * cnnChannels * (halved * halved + patches),
                patches * (a.vitChannels() + cnnChannels) * r.down(),
                patches
                        * (9L * 3 * r.down() * r.smooth0()
                                + 9L * r.smooth0() * r.smooth2()
                                + 9L * r.smooth2() * r.conv()
                                + heads * r.conv()));
    }

    private static long vit(Architecture.Vit vit, long patches) {
        long tokens = patches + 1;
        long embedding = patches * 3 * vit.patch() * vit.patch() * vit.dim();
        long layers = tokens * vit.dim() * (4L * vit.dim() + 2L * vit.mlp());
        long attention = 2 * tokens * tokens * vit.dim();
        return embedding + vit.depth() * (layers + attention);
    }

    /** Multiply-adds to encode a reference. */
    public long encode() {
        return vit + cnn + offsets + deform + reduce + down;
    }

    /** Multiply-adds to compare a distorted crop with an encoded reference. */
    public long compare() {
        return vit + cnn + deform + reduce + down + regress;
    }

    /** Multiply-adds of a whole pair. */
    public long pair() {
        return encode() + compare();
    }
}
