/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * Files of LIBSVM. Models with a radial basis: lines {@code gamma 0.05}, {@code rho -153.591}, then {@code SV}, then a
 * line for each support vector, {@code COEFFICIENT 1:VALUE 2:VALUE ...}; features that are left out are 0. Ranges
 * of features, as {@code svm-scale -s} writes them: lines {@code x} and {@code -1 1}, then a line
 * {@code NUMBER LOWEST HIGHEST} for each.
 */
final class LibSvm {

    /** How files of ranges begin. */
    static final String RANGES_HEAD = "x\n";

    private static final String TOTAL = "total_sv";
    private static final int FEATURES = 36;
    private static final int RANGE = 2;

    private final Path file;
    private int line;

    private LibSvm(Path file) {
        this.file = file;
    }

    /** Coefficients {@code coef}, vectors {@code sv}, {@code gamma} and {@code rho}. */
    static Map<String, SourceTensor> read(Path file) throws IOException {
        return new LibSvm(file).read(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    /** The ranges of all features, {@code ranges} (36, 2). */
    static Map<String, SourceTensor> readRanges(Path file) throws IOException {
        return new LibSvm(file).ranges(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    private Map<String, SourceTensor> ranges(List<String> lines) {
        line = 1;
        if (lines.size() != FEATURES + 2 || !lines.get(1).strip().equals("-1 1")) {
            throw unexpected("-1 1 and then " + FEATURES + " ranges", lines.size() + " lines in all");
        }
        double[] ranges = new double[FEATURES * RANGE];
        for (line = 2; line < lines.size(); line++) {
            String[] fields = lines.get(line).strip().split(" ");
            if (fields.length != 1 + RANGE || index(fields[0]) != line - 2) {
                throw unexpected("feature " + (line - 1) + " with its lowest and highest value", lines.get(line));
            }
            double lowest = number(fields[1]);
            double highest = number(fields[2]);
            if (!(lowest < highest)) {
                throw unexpected("a lowest value below the highest", lines.get(line));
            }
            ranges[(line - 2) * RANGE] = lowest;
            ranges[(line - 2) * RANGE + 1] = highest;
        }
        Map<String, SourceTensor> tensors = new TreeMap<>();
        tensors.put("ranges", SceneParameters.tensor("ranges", ranges, FEATURES, RANGE));
        return tensors;
    }

    private Map<String, SourceTensor> read(List<String> lines) {
        Map<String, SourceTensor> tensors = new TreeMap<>();
        while (line < lines.size() && !lines.get(line).equals("SV")) {
            String[] entry = lines.get(line++).split(" ", 2);
            if (entry[0].equals("kernel_type") && !entry[1].equals("rbf")) {
                throw unexpected("a radial basis (rbf)", entry[1]);
            }
            if (entry[0].equals("gamma") || entry[0].equals("rho") || entry[0].equals(TOTAL)) {
                tensors.put(
                        entry[0],
                        SceneParameters.tensor(entry[0], new double[] {number(entry.length < 2 ? "" : entry[1])}, 1));
            }
        }
        line++;
        int count = lines.size() - line;
        if (count < 1) {
            throw unexpected("support vectors after a line SV", "none");
        }
        SourceTensor total = tensors.remove(TOTAL);
        if (total != null && total.data().get().get(0) != count) {
            throw unexpected("as many support vectors as total_sv tells", String.valueOf(count));
        }
        double[] coefficients = new double[count];
        double[] vectors = new double[count * FEATURES];
        for (int i = 0; i < count; i++, line++) {
            String[] fields = lines.get(line).strip().split(" ");
            coefficients[i] = number(fields[0]);
            for (int k = 1; k < fields.length; k++) {
                String[] feature = fields[k].split(":", 2);
                vectors[i * FEATURES + index(feature[0])] = number(feature.length < 2 ? "" : feature[1]);
            }
        }
        tensors.put("coef", SceneParameters.tensor("coef", coefficients, count));
        tensors.put("sv", SceneParameters.tensor("sv", vectors, count, FEATURES));
        return tensors;
    }

    private int index(String text) {
        double index = number(text);
        if (index != Math.rint(index) || index < 1 || index > FEATURES) {
            throw unexpected("the number of a feature, 1 to " + FEATURES, text);
        }
        return (int) index - 1;
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unexpected("a number", text);
        }
        throw unexpected("a finite number", text);
    }

    private WeightsException unexpected(String expected, String found) {
        return new WeightsException("Cannot import " + file + ": expected " + expected + " in line " + (line + 1)
                + ", found " + Printable.of(found) + ". Take the published file.");
    }
}
