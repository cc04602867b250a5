/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** The datasets that can be read, by name. Stateless. */
public final class Datasets {

    private static final String TID_CITATION =
            "N. Ponomarenko, L. Jin, O. Ieremeiev, V. Lukin, K. Egiazarian, J. Astola, B. Vozel, K. Chehdi,"
                    + " M. Carli, F. Battisti and C.-C. J. Kuo, \"Image database TID2013: Peculiarities, results and perspectives\","
                    + " Signal Processing: Image Communication 30, 2015";

    private static final String PIPAL_CITATION =
            "J. Gu, H. Cai, H. Chen, X. Ye, J. S. Ren and C. Dong, \"PIPAL: a Large-Scale"
                    + " Image Quality Assessment Dataset for Perceptual Image Restoration\", ECCV 2020";

    private static final Map<String, Entry> ENTRIES = entries();

    private Datasets() {}

    private record Entry(DatasetDescription description, DatasetReader reader) {}

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        add(
                entries,
                new DatasetDescription(
                        "live",
                        "LIVE",
                        "negated DMOS, about -112 to 3",
                        "H. R. Sheikh, M. F. Sabir and A. C. Bovik, \"A Statistical Evaluation of Recent Full Reference Image"
                                + " Quality Assessment Algorithms\", IEEE Transactions on Image Processing 15, 2006",
                        779,
                        29),
                new LiveReader());
        add(
                entries,
                new DatasetDescription(
                        "csiq",
                        "CSIQ",
                        "negated DMOS, -1 to 0",
                        "E. C. Larson and D. M. Chandler, \"Most apparent distortion: full-reference image quality assessment"
                                + " and the role of strategy\", Journal of Electronic Imaging 19, 2010",
                        866,
                        30),
                new CsiqReader());
        add(
                entries,
                new DatasetDescription("tid2013", "TID2013", "MOS, 0 to 9", TID_CITATION, 3000, 25),
                new TidReader(24));
        add(
                entries,
                new DatasetDescription(
                        "tid2008",
                        "TID2008",
                        "MOS, 0 to 9",
                        "N. Ponomarenko, V. Lukin, A. Zelensky, K. Egiazarian, M. Carli and F. Battisti, \"TID2008 - A Database"
                                + " for Evaluation of Full-Reference Visual Quality Assessment Metrics\", Advances of Modern"
                                + " Radioelectronics 10, 2009",
                        1700,
                        25),
                new TidReader(17));
        add(
                entries,
                new DatasetDescription(
                        "kadid10k",
                        "KADID-10k",
                        "MOS, 1 to 5",
                        "H. Lin, V. Hosu and D. Saupe, \"KADID-10k: A Large-scale Artificially Distorted IQA Database\", QoMEX"
                                + " 2019",
                        10_125,
                        81),
                new KadidReader());
        add(
                entries,
                new DatasetDescription("pipal", "PIPAL", "Elo rating", PIPAL_CITATION, 23_200, 200),
                PipalReader.training());
        add(
                entries,
                new DatasetDescription(
                        "pipal-val", "PIPAL validation (NTIRE 2021)", "Elo rating", PIPAL_CITATION, 1000, 25),
                PipalReader.validation());
        add(
                entries,
                new DatasetDescription(
                        "ntire2022", "NTIRE 2022 test", "none: labels are hidden", PIPAL_CITATION, 1650, 25),
                new NtireTestReader());
        add(
                entries,
                new DatasetDescription("csv", "CSV manifest", "as in the manifest", "", 0, 0),
                new ManifestReader());
        return entries;
    }

    private static void add(Map<String, Entry> entries, DatasetDescription description, DatasetReader reader) {
        entries.put(description.name(), new Entry(description, reader));
    }

    /** What can be opened, in the order of the field's papers. */
    public static List<DatasetDescription> descriptions() {
        return ENTRIES.values().stream().map(Entry::description).toList();
    }

    /**
     * Reads the labels of a dataset and finds its images. Only names and labels are read, no image is opened; images
     * that are not there are no error, see {@link Dataset#missingFiles}.
     *
     * @param name one of {@link #descriptions}; case and hyphens do not matter
     * @param root folder laid out as published, or the one above it, such as one that holds {@code TID2013} and
     *     {@code TID2008}; for {@code csv} the file
     * @throws UsageException for an unknown name
     * @throws DatasetException if there is no such folder, or labels are missing or malformed; the message says what
     *     was expected where
     */
    public static Dataset open(String name, Path root) {
        Entry entry = entry(name);
        if (!Files.exists(root)) {
            throw new DatasetException("Expected the folder of "
                    + entry.description().title() + ", but " + root + " does not exist. Check the path.");
        }
        PairList list = entry.reader().read(folder(entry, root));
        Dataset dataset = new Dataset(entry.description(), list.pairs(), list.notes());
        if (entry.description().pairCount() == 0) {
            return dataset;
        }
        requireDifferent(list.pairs(), root);
        return isIncomplete(dataset) ? noted(dataset) : dataset;
    }

    /** The subfolder with the name of the dataset if there is one; it may hold others, too. */
    private static Path folder(Entry entry, Path root) {
        if (!Files.isDirectory(root)) {
            return root;
        }
        return PublishedFolder.list(root).stream()
                .filter(child -> Files.isDirectory(child)
                        && plain(child.getFileName().toString())
                                .equals(plain(entry.description().name())))
                .findFirst()
                .orElse(root);
    }

    private static Entry entry(String name) {
        return ENTRIES.values().stream()
                .filter(entry -> plain(entry.description().name()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> new UsageException("Expected a dataset out of " + String.join(", ", ENTRIES.keySet())
                        + ", but found '" + name + "'. Use csv for images of your own."));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static void requireDifferent(List<RatedPair> pairs, Path root) {
        Set<Path> seen = new HashSet<>();
        Problems repeated = new Problems();
        for (RatedPair pair : pairs) {
            if (!seen.add(pair.distorted())) {
                repeated.add(pair.distorted().toString());
            }
        }
        if (!repeated.isEmpty()) {
            throw new DatasetException("Expected one label for each image of " + root + ", but found several for "
                    + repeated + ". Restore the published labels.");
        }
    }

    private static boolean isIncomplete(Dataset dataset) {
        DatasetDescription published = dataset.description();
        return dataset.pairs().size() != published.pairCount()
                || dataset.referenceCount() != published.referenceCount();
    }

    private static Dataset noted(Dataset dataset) {
        DatasetDescription published = dataset.description();
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.add("Expected " + published.pairCount() + " distorted images of " + published.referenceCount()
                + " references in " + published.title() + ", but found "
                + dataset.pairs().size() + " of " + dataset.referenceCount()
                + ": figures are not comparable with published ones.");
        return new Dataset(published, dataset.pairs(), notes);
    }
}
