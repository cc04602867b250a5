/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * What the NTIRE 2022 challenge asks for: {@code output.txt} with a line {@code A0000_10_00.bmp,<score>} for each
 * image, {@code readme.txt}, and both in {@code submission.zip}.
 */
final class ChallengeSubmission {

    static final String OUTPUT = "output.txt";
    static final String README = "readme.txt";
    static final String ZIP = "submission.zip";

    /** Of the entries of the zip, so that the same scores give the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(2022, 1, 1, 0, 0);

    private final List<RatedPair> pairs;
    private final Scores.TimedScores timed;
    private final List<EnsembleMember> members;
    private final ReproductionOptions options;

    ChallengeSubmission(
            List<RatedPair> pairs,
            Scores.TimedScores timed,
            List<EnsembleMember> members,
            ReproductionOptions options) {
        this.pairs = pairs;
        this.timed = timed;
        this.members = members;
        this.options = options;
    }

    /**
     * Writes or replaces the three files.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if one cannot be written
     */
    List<Path> write(Path folder) {
        byte[] output = output().getBytes(StandardCharsets.UTF_8);
        byte[] readme = readme().getBytes(StandardCharsets.UTF_8);
        return List.of(
                write(folder.resolve(OUTPUT), out -> out.write(output)),
                write(folder.resolve(README), out -> out.write(readme)),
                write(folder.resolve(ZIP), out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        put(zip, OUTPUT, output);
                        put(zip, README, readme);
                    }
                }));
    }

    private static Path write(Path file, OutputFile.Body body) {
        OutputFile.write(file, "submission", body);
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String output() {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%s,%.8f\n", pairs.get(i).distorted().getFileName(), timed.scores()[i]))
                .collect(Collectors.joining());
    }

    private String readme() {
        boolean onGpu = timed.device().startsWith("gpu");
        String runtime = Double.isNaN(timed.secondsPerPair())
                ? "not measured, because scores of an earlier run were taken"
                : String.format(Locale.ROOT, "%.2f", timed.secondsPerPair());
        String models = members.stream()
                .map(member -> member.name() + " (trained on " + member.training() + ")")
                .collect(Collectors.joining(", "));
        return String.join(
                "\n",
                "runtime per image [s] : " + runtime,
                "CPU[1] / GPU[0] : " + (onGpu ? 0 : 1),
                "Extra Data [1] / No Extra Data [0] : " + (options.extraData() ? 1 : 0),
                "Other description : AHIQ, "
                        + (members.size() == 1 ? "one model" : "mean of " + members.size() + " models") + ", crops "
                        + options.scoring().crops() + ": " + models,
                "Full-Reference [1] / Non-Reference [0] : 1",
                "");
    }
}
