/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** The variables of a MATLAB 5 file. */
final class MatlabFile {

    private final Path file;
    private final MatFile content;

    private MatlabFile(Path file, MatFile content) {
        this.file = file;
        this.content = content;
    }

    /** @throws DatasetException if it is damaged or of another format */
    static MatlabFile read(Path file) {
        try {
            return new MatlabFile(file, Mat5.readFromFile(file.toFile()));
        } catch (IOException | RuntimeException e) { // whatever the reader meets in a damaged file
            throw new DatasetException(
                    "Expected a MATLAB 5 file, but " + file + " cannot be read (" + Printable.of(e.getMessage())
                            + "). Restore the published file.",
                    e);
        }
    }

    /** @throws DatasetException if there is no numeric array of this name and length, or a number is not finite */
    double[] numbers(String name, int count) {
        if (!(array(name) instanceof Matrix matrix) || matrix.getNumElements() != count) {
            throw unexpected(count + " numbers", name);
        }
        double[] values =
                IntStream.range(0, count).mapToDouble(matrix::getDouble).toArray();
        if (IntStream.range(0, count).anyMatch(i -> !Double.isFinite(values[i]))) {
            throw unexpected(count + " finite numbers", name);
        }
        return values;
    }

    /** @throws DatasetException if there is no cell array of texts of this name and length */
    List<String> texts(String name, int count) {
        if (!(array(name) instanceof Cell cells) || cells.getNumElements() != count) {
            throw unexpected(count + " texts", name);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Array cell = cells.get(i);
                    if (!(cell instanceof Char text) || text.getNumRows() != 1) {
                        throw unexpected(count + " texts", name);
                    }
                    return text.getString();
                })
                .toList();
    }

    /** Null if there is none. */
    private Array array(String name) {
        for (MatFile.Entry entry : content.getEntries()) {
            if (entry.getName().equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private DatasetException unexpected(String expected, String name) {
        Array found = array(name);
        return new DatasetException("Expected " + expected + " called " + name + " in " + file + ", but found "
                + (found == null
                        ? "nothing of this name"
                        : found.getType() + " of " + found.getNumElements() + " elements")
                + ". Restore the published file.");
    }
}
