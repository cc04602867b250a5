/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * KADID-10k: {@code images/I01.png}, {@code images/I01_02_03.png} (reference, type, level), and {@code dmos.csv}. Its
 * column {@code dmos} is higher for better images in spite of its name. Its column {@code var} holds standard
 * deviations: 0.249 for a mean of 4.93 is the deviation of 28 fives and 2 fours, while no 30 opinions have that
 * variance.
 */
final class KadidReader implements DatasetReader {

    private static final String HEADER = "dist_img,ref_img,dmos,var";

    private static final Pattern LABEL = Pattern.compile(
            "((I[0-9]{2})_([0-9]{2})_([0-9]{2})\\.png),(\\2\\.png)," + LabelLines.NUMBER + "," + LabelLines.NUMBER);

    private static final List<String> TYPES = List.of(
            "Gaussian blur",
            "lens blur",
            "motion blur",
            "colour diffusion",
            "colour shift",
            "colour quantization",
            "colour saturation 1",
            "colour saturation 2",
            "JPEG 2000",
            "JPEG",
            "white noise",
            "white noise in colour component",
            "impulse noise",
            "multiplicative noise",
            "denoise",
            "brighten",
            "darken",
            "mean shift",
            "jitter",
            "non-eccentricity patch",
            "pixelate",
            "quantization",
            "colour block",
            "high sharpen",
            "contrast change");

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, "dmos.csv");
        Path file = folder.required("dmos.csv");
        ImageIndex images = new ImageIndex(List.of(folder.child("images")), ".png");
        List<RatedPair> pairs = new ArrayList<>();
        for (MatchResult label : LabelLines.read(file, LABEL, "I01_02_03.png,I01.png,4.5,0.5", HEADER)) {
            pairs.add(new RatedPair(
                    images.find(label.group(5)),
                    images.find(label.group(1)),
                    OptionalDouble.of(Double.parseDouble(label.group(6))),
                    OptionalDouble.of(Double.parseDouble(label.group(7))),
                    type(file, label),
                    OptionalInt.of(Integer.parseInt(label.group(4)))));
        }
        return new PairList(pairs, images.unlabelled());
    }

    private static String type(Path file, MatchResult label) {
        int type = Integer.parseInt(label.group(3));
        if (type < 1 || type > TYPES.size()) {
            throw new DatasetException("Expected distortions 1 to " + TYPES.size() + ", but " + file + " names "
                    + label.group(1) + ". Restore the published file.");
        }
        return TYPES.get(type - 1);
    }
}
