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
 * TID2008 and TID2013: {@code reference_images/I01.BMP}, {@code distorted_images/i01_02_3.bmp} (reference, type,
 * level), {@code mos_with_names.txt} with a mean opinion score and a name in a line, {@code mos_std.txt} in the same
 * order. The case of the names varies.
 */
final class TidReader implements DatasetReader {

    private static final Pattern LABEL =
            Pattern.compile(LabelLines.NUMBER + "\\s+((i[0-9]{2})_([0-9]{2})_([0-9])\\.bmp)", Pattern.CASE_INSENSITIVE);

    /** Those of TID2013; TID2008 has the first 17. */
    private static final List<String> TYPES = List.of(
            "additive Gaussian noise",
            "noise in colour components",
            "spatially correlated noise",
            "masked noise",
            "high-frequency noise",
            "impulse noise",
            "quantization noise",
            "Gaussian blur",
            "image denoising",
            "JPEG compression",
            "JPEG 2000 compression",
            "JPEG transmission errors",
            "JPEG 2000 transmission errors",
            "non-eccentricity pattern noise",
            "local block-wise distortions",
            "mean shift",
            "contrast change",
            "change of colour saturation",
            "multiplicative Gaussian noise",
            "comfort noise",
            "lossy compression of noisy images",
            "colour quantization with dither",
            "chromatic aberrations",
            "sparse sampling and reconstruction");

    private final int typeCount;

    TidReader(int typeCount) {
        this.typeCount = typeCount;
    }

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, "mos_with_names.txt");
        Path file = folder.required("mos_with_names.txt");
        List<MatchResult> labels = LabelLines.read(file, LABEL, "'5.5 i01_02_3.bmp'");
        double[] deviations = deviations(folder, labels.size());
        ImageIndex references = new ImageIndex(List.of(folder.child("reference_images")), ".bmp");
        ImageIndex distorted = new ImageIndex(List.of(folder.child("distorted_images")), ".bmp");
        List<RatedPair> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            MatchResult label = labels.get(i);
            pairs.add(new RatedPair(
                    references.find(label.group(3) + ".bmp"),
                    distorted.find(label.group(2)),
                    OptionalDouble.of(Double.parseDouble(label.group(1))),
                    deviations.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(deviations[i]),
                    type(file, label),
                    OptionalInt.of(Integer.parseInt(label.group(5)))));
        }
        return new PairList(pairs, distorted.unlabelled());
    }

    private String type(Path file, MatchResult label) {
        int type = Integer.parseInt(label.group(4));
        if (type < 1 || type > typeCount) {
            throw new DatasetException("Expected distortions 1 to " + typeCount + ", but " + file + " names "
                    + label.group(2) + ". Check whether this is TID2008 or TID2013.");
        }
        return TYPES.get(type - 1);
    }

    private static double[] deviations(PublishedFolder folder, int count) {
        Path file = folder.child("mos_std.txt");
        if (folder.first("mos_std.txt").isEmpty()) {
            return new double[0];
        }
        double[] values = LabelLines.read(file, Pattern.compile(LabelLines.NUMBER), "'0.13'").stream()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .toArray();
        if (values.length != count) {
            throw new DatasetException("Expected " + count + " standard deviations in " + file
                    + ", as many as labels in mos_with_names.txt, but found " + values.length
                    + ". Restore the published files, or remove mos_std.txt.");
        }
        return values;
    }
}
