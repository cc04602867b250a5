/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;

/** The tables of the paper that can be reproduced. */
public enum PaperTable {
    TABLE2(
            "Table 2: comparison on traditional datasets",
            "Metrics on the whole dataset; AHIQ on the test fifth, by reference, of a split 60/20/20:"
                    + " the median of ten splits, or the one given"),
    TABLE4("Table 4: comparison on PIPAL", "All on the whole set; the labels of the test set are hidden"),
    TABLE5("Table 5: cross-database evaluation", "All on whole datasets; AHIQ trained on PIPAL"),
    TABLE6(
            "Table 6: feature fusion",
            "Published on the NTIRE 2022 test set, whose labels are hidden; computed on PIPAL's validation set"),
    TABLE7(
            "Table 7: backbones",
            "Published on the NTIRE 2022 test set, whose labels are hidden; computed on PIPAL's validation set"),
    TABLE8(
            "Table 8: pooling",
            "Published on the NTIRE 2022 test set, whose labels are hidden; computed on PIPAL's validation set"),
    TABLE9(
            "Table 9: NTIRE 2022 challenge, full-reference track",
            "The labels are hidden: a submission to the challenge is written");

    private final String title;
    private final String protocol;

    PaperTable(String title, String protocol) {
        this.title = title;
        this.protocol = protocol;
    }

    /** @throws UsageException for another name than {@code table2} and so on; case does not matter */
    public static PaperTable parse(String name) {
        return Stream.of(values())
                .filter(table -> table.toString().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new UsageException("Expected a table out of "
                        + Stream.of(values()).map(PaperTable::toString).collect(Collectors.joining(", "))
                        + ", but found '" + name + "'."));
    }

    public String title() {
        return title;
    }

    /** On which images figures are computed. */
    public String protocol() {
        return protocol;
    }

    /** What is published. */
    public List<PublishedRow> rows() {
        return PublishedRow.read(this + ".csv");
    }

    /** Names of the rows, as options call them. */
    public List<String> rowNames() {
        return rows().stream().map(PublishedRow::name).toList();
    }

    /** Whether models are tested on images whose references they were not trained on. */
    boolean hasSplits() {
        return this == TABLE2;
    }

    /** Whether scores are written as a submission. */
    boolean isChallenge() {
        return this == TABLE9;
    }

    /** Such as {@code table2}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
