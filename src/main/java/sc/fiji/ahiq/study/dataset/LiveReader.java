/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * LIVE release 2: {@code refimgs/*.bmp}, five folders with {@code img1.bmp} and so on, {@code refnames_all.mat} and
 * {@code dmos_realigned.mat} (preferred) or {@code dmos.mat}, all in one order; {@code orgs} marks undistorted images,
 * which are left out. The level of a distortion is not published as number.
 */
final class LiveReader implements DatasetReader {

    private static final String REALIGNED = "dmos_realigned.mat";
    private static final String ORIGINAL = "dmos.mat";
    private static final String NAMES = "refnames_all.mat";

    /** In the order of the labels, with the number of their images. */
    private enum Folder {
        JP2K(227),
        JPEG(233),
        WN(174),
        GBLUR(174),
        FASTFADING(174);

        private final int count;

        Folder(int count) {
            this.count = count;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int COUNT =
            Arrays.stream(Folder.values()).mapToInt(folder -> folder.count).sum();

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, NAMES);
        boolean realigned = folder.first(REALIGNED).isPresent();
        MatlabFile opinions = MatlabFile.read(folder.required(realigned ? REALIGNED : ORIGINAL));
        List<String> references = MatlabFile.read(folder.required(NAMES)).texts("refnames_all", COUNT);
        double[] dmos = opinions.numbers(realigned ? "dmos_new" : "dmos", COUNT);
        double[] undistorted = opinions.numbers("orgs", COUNT);
        double[] deviations = realigned ? opinions.numbers("dmos_std", COUNT) : new double[0];
        ImageIndex referenceImages = new ImageIndex(List.of(folder.child("refimgs")), ".bmp");
        List<RatedPair> pairs = new ArrayList<>();
        int label = 0;
        for (Folder type : Folder.values()) {
            ImageIndex images = new ImageIndex(List.of(folder.child(type.label())), ".bmp");
            for (int number = 1; number <= type.count; number++, label++) {
                if (undistorted[label] == 0) {
                    pairs.add(new RatedPair(
                            referenceImages.find(references.get(label)),
                            images.find("img" + number + ".bmp"),
                            OptionalDouble.of(0 - dmos[label]),
                            realigned ? OptionalDouble.of(deviations[label]) : OptionalDouble.empty(),
                            type.label(),
                            OptionalInt.empty()));
                }
            }
        }
        return new PairList(pairs, List.of());
    }
}
