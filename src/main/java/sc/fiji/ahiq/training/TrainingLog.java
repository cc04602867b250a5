/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputFile;

/** A CSV file with a row for each step. */
final class TrainingLog implements AutoCloseable {

    private static final String HEADER = "step,epoch,loss,learning_rate,srocc,plcc,pairs_per_second";

    private final Path file;
    private final Writer writer;

    private TrainingLog(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Opens the log to append rows after that of {@code step}; later ones, of a run that was killed, are dropped. */
    static TrainingLog after(long step, Path file) {
        try {
            List<String> lines = new ArrayList<>(List.of(HEADER));
            if (step > 0 && Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .filter(line -> line.matches("\\d{1,18},.*") && stepOf(line) <= step)
                        .forEach(lines::add);
            }
            OutputFile.writeText(file, "log", String.join("\n", lines) + "\n");
            return new TrainingLog(file, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new ResultsException("Cannot write the log " + file + ": " + IoReason.of(e), e);
        }
    }

    private static long stepOf(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(',')));
    }

    void append(StepReport report) {
        String validation = report.agreement()
                .map(a -> String.format(Locale.ROOT, "%.6f,%.6f", a.srocc(), a.plcc()))
                .orElse(",");
        try {
            writer.write(String.format(
                    Locale.ROOT,
                    "%d,%d,%.8g,%.8g,%s,%.3f\n",
                    report.step(),
                    report.epoch(),
                    report.loss(),
                    report.rate(),
                    validation,
                    report.pairsPerSecond()));
            writer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ResultsException failed(IOException e) {
        return new ResultsException("Cannot write the log " + file + ": " + IoReason.of(e), e);
    }
}
