/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * CSIQ: {@code src_imgs/NAME.png}, {@code dst_imgs/awgn/NAME.AWGN.1.png} (distortion, level) and the opinions in sheet
 * {@code all_by_image} of {@code csiq.DMOS.xlsx}, also of its beta version {@code csiq.beta.xlsx}; or in
 * {@code csiq_label.txt}, with name and DMOS in a line. The case of the names varies.
 */
final class CsiqReader implements DatasetReader {

    private static final String[] SHEETS = {"csiq.DMOS.xlsx", "csiq.beta.xlsx"};
    private static final String TEXT = "csiq_label.txt";

    private static final Pattern LINE = Pattern.compile(
            "((.+)\\.(" + Distortion.fileNames() + ")\\.([1-9])\\.png)\\s+" + LabelLines.NUMBER,
            Pattern.CASE_INSENSITIVE);

    /** Names of a distortion in the sheet, of its folder and in file names. */
    private enum Distortion {
        NOISE("noise", "awgn", "AWGN"),
        BLUR("blur", "blur", "BLUR"),
        CONTRAST("contrast", "contrast", "contrast"),
        PINK_NOISE("fnoise", "fnoise", "fnoise"),
        JPEG("jpeg", "jpeg", "JPEG"),
        JPEG2000("jpeg 2000", "jpeg2000", "jpeg2000");

        private final String label;
        private final String folder;
        private final String fileName;

        Distortion(String label, String folder, String fileName) {
            this.label = label;
            this.folder = folder;
            this.fileName = fileName;
        }

        static String fileNames() {
            return String.join("|", Arrays.stream(values()).map(d -> d.fileName).toList());
        }

        static Distortion labelled(CsiqRow row, Path file) {
            return Arrays.stream(values())
                    .filter(d -> d.label.equals(row.distortion()))
                    .findFirst()
                    .orElseThrow(() -> new DatasetException("Expected dst_type out of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values()).map(d -> d.label).toList()) + " in row " + row.number()
                            + " of "
                            + file + ", but found '" + row.distortion() + "'. Restore the published file."));
        }

        static Distortion named(String fileName) {
            return Arrays.stream(values())
                    .filter(d -> d.fileName.equalsIgnoreCase(fileName))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, SHEETS[0], SHEETS[1], TEXT);
        Images images = new Images(folder);
        List<RatedPair> pairs = folder.first(SHEETS)
                .map(sheet -> ofSheet(sheet, images))
                .orElseGet(() -> ofText(folder.required(TEXT), images));
        return new PairList(pairs, images.unlabelled());
    }

    private static List<RatedPair> ofSheet(Path file, Images images) {
        List<RatedPair> pairs = new ArrayList<>();
        for (CsiqRow row : CsiqRow.read(file)) {
            pairs.add(images.pair(
                    row.image(),
                    Distortion.labelled(row, file),
                    row.level(),
                    row.dmos(),
                    OptionalDouble.of(row.deviation())));
        }
        return pairs;
    }

    private static List<RatedPair> ofText(Path file, Images images) {
        List<RatedPair> pairs = new ArrayList<>();
        for (MatchResult line : LabelLines.read(file, LINE, "'NAME.AWGN.1.png 0.06'")) {
            pairs.add(images.pair(
                    line.group(2),
                    Distortion.named(line.group(3)),
                    Integer.parseInt(line.group(4)),
                    Double.parseDouble(line.group(5)),
                    OptionalDouble.empty()));
        }
        return pairs;
    }

    /** The images of the folder. */
    private static final class Images {

        private final ImageIndex references;
        private final Map<Distortion, ImageIndex> distorted = new HashMap<>();

        Images(PublishedFolder folder) {
            references = new ImageIndex(List.of(folder.child("src_imgs")), ".png");
            PublishedFolder all = new PublishedFolder(folder.child("dst_imgs"));
            for (Distortion distortion : Distortion.values()) {
                distorted.put(distortion, new ImageIndex(List.of(all.child(distortion.folder)), ".png"));
            }
        }

        RatedPair pair(String name, Distortion distortion, int level, double dmos, OptionalDouble deviation) {
            return new RatedPair(
                    references.find(name + ".png"),
                    distorted.get(distortion).find(name + "." + distortion.fileName + "." + level + ".png"),
                    OptionalDouble.of(0 - dmos),
                    deviation,
                    distortion.label,
                    OptionalInt.of(level));
        }

        List<String> unlabelled() {
            return Arrays.stream(Distortion.values())
                    .flatMap(distortion -> distorted.get(distortion).unlabelled().stream())
                    .toList();
        }
    }
}
