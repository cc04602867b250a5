/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * PIPAL: {@code Train_Ref/A0001.bmp}, distorted images {@code A0001_02_03.bmp} (reference, type, number) in
 * {@code Distortion_1} to {@code Distortion_4} or merged into one folder, and labels of the form
 * {@code A0001_02_03.bmp,1500.5} in {@code Train_Label}, one file for each reference; or all in one text file beside
 * these folders that has {@code train} in its name. The validation set is laid out likewise. The numbers count the
 * images of a type and are no levels.
 */
final class PipalReader implements DatasetReader {

    private static final Pattern LABEL =
            Pattern.compile("((A[0-9]{4})_([0-9]{2})_[0-9]{2}\\.bmp)\\s*,\\s*" + LabelLines.NUMBER);

    private final String part;
    private final List<String> distortedFolders;

    private PipalReader(String part, List<String> distortedFolders) {
        this.part = part;
        this.distortedFolders = distortedFolders;
    }

    static PipalReader training() {
        return new PipalReader(
                "Train",
                List.of(
                        "Train_Dis",
                        "Train_Dist",
                        "Train_Distort",
                        "Dist_Imgs",
                        "Distortion_1",
                        "Distortion_2",
                        "Distortion_3",
                        "Distortion_4"));
    }

    static PipalReader validation() {
        return new PipalReader("Val", List.of("Val_Distort", "Val_Dis", "Val_Dist"));
    }

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, part + "_Ref");
        ImageIndex references = new ImageIndex(List.of(folder.child(part + "_Ref")), ".bmp");
        ImageIndex distorted =
                new ImageIndex(distortedFolders.stream().map(folder::child).toList(), ".bmp");
        List<RatedPair> pairs = new ArrayList<>();
        for (Path file : labelFiles(folder)) {
            for (MatchResult label : LabelLines.read(file, LABEL, "A0001_02_03.bmp,1500.5")) {
                pairs.add(new RatedPair(
                        references.find(label.group(2) + ".bmp"),
                        distorted.find(label.group(1)),
                        OptionalDouble.of(Double.parseDouble(label.group(4))),
                        OptionalDouble.empty(),
                        "type " + label.group(3),
                        OptionalInt.empty()));
            }
        }
        return new PairList(pairs, distorted.unlabelled());
    }

    private List<Path> labelFiles(PublishedFolder folder) {
        Path labels = folder.child(part + "_Label");
        List<Path> files = Files.isDirectory(labels)
                ? texts(labels, "").toList()
                : texts(folder.path(), part.toLowerCase(Locale.ROOT)).toList();
        if (files.isEmpty() || !Files.isDirectory(labels) && files.size() > 1) {
            throw new DatasetException("Expected labels as text files in " + labels + ", or as one text file with '"
                    + part.toLowerCase(Locale.ROOT) + "' in its name in " + folder.path() + ", but found "
                    + (files.isEmpty() ? "none" : files) + ". Complete the dataset.");
        }
        return files;
    }

    private static Stream<Path> texts(Path folder, String part) {
        return PublishedFolder.list(folder).stream().filter(file -> {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".txt") && name.contains(part) && Files.isRegularFile(file);
        });
    }
}
