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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * The test images of the NTIRE 2022 challenge, whose labels are hidden: {@code NTIRE2022_FR_Testing_Ref/A0001.bmp} and
 * {@code NTIRE2022_FR_Testing_Dis/A0001_10_02.bmp} (reference, type, number).
 */
final class NtireTestReader implements DatasetReader {

    private static final String REFERENCES = "NTIRE2022_FR_Testing_Ref";
    private static final String DISTORTED = "NTIRE2022_FR_Testing_Dis";

    private static final Pattern NAME =
            Pattern.compile("(A[0-9]{4})_([0-9]{2})_[0-9]{2}\\.bmp", Pattern.CASE_INSENSITIVE);

    @Override
    public PairList read(Path root) {
        PublishedFolder folder = PublishedFolder.locate(root, DISTORTED);
        ImageIndex references = new ImageIndex(List.of(folder.child(REFERENCES)), ".bmp");
        List<RatedPair> pairs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path file : PublishedFolder.list(folder.required(DISTORTED))) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                pairs.add(new RatedPair(
                        references.find(name.group(1) + ".bmp"),
                        file,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "type " + name.group(2),
                        OptionalInt.empty()));
            } else {
                notes.add("Expected names such as A0001_10_02.bmp, but found " + file + ", which is left out.");
            }
        }
        if (pairs.isEmpty()) {
            throw new DatasetException("Expected images such as A0001_10_02.bmp in " + folder.child(DISTORTED)
                    + ", but found none. Complete the dataset.");
        }
        return new PairList(pairs, notes);
    }
}
