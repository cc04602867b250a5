/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** Runs command lines in this process, with a compact untrained model. */
abstract class CommandLineFixture {

    @TempDir
    static Path shared;

    static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeModel() {
        model = shared.resolve("compact model");
        if (!Files.exists(model)) {
            ModelFolder.write(model, new UntrainedModel("compact", CompactArchitecture.patch8(), 1));
        }
    }

    record Run(int exitCode, String out, String err) {}

    static Run run(Object... arguments) {
        return run(new Cancellation(), arguments);
    }

    static Run run(Cancellation cancellation, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exitCode = Main.run(texts, cancellation, new PrintWriter(out), new PrintWriter(err, true));
        return new Run(
                exitCode, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    /** What a user has on the path, but with the classes of this test; needs a shell. */
    Path program() throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("ahiq");
        Files.writeString(
                program,
                "#!/bin/sh\nHOME=/nowhere\nexport HOME\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java") + "' -Xmx512m"
                        + " -Djava.awt.headless=true -cp '" + System.getProperty("java.class.path")
                        + "' " + Main.class.getName() + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    /** A grey PNG of 40 x 36 random pixels. */
    Path image(String name, int seed) throws IOException {
        return image(name, seed, 40, 36);
    }

    Path image(String name, int seed, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        new FileSaver(new ImagePlus("", new ByteProcessor(width, height, pixels))).saveAsPng(file.toString());
        return file;
    }

    /** More arguments. */
    static Object[] with(Object[] arguments, Object last) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    /** The rows that were printed as CSV. */
    static List<CSVRecord> csv(Run run) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(run.out(), format)) {
            return parser.getRecords();
        }
    }

    /** The rows that were printed as JSON. */
    static JsonArray json(Run run) {
        return JsonParser.parseString(run.out()).getAsJsonArray();
    }
}
