/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.study.reproduction.PaperTable;
import sc.fiji.ahiq.study.reproduction.ReproducedTable;
import sc.fiji.ahiq.study.reproduction.Reproduction;
import sc.fiji.ahiq.study.reproduction.ReproductionOptions;

/** {@code ahiq reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Computes a table of the AHIQ paper on your copies of the datasets, and prints it beside the published"
                    + " figures. What is missing, datasets, models or metrics, is named; the rest is computed.",
            "Scores are kept in the output folder, so that an interrupted run goes on. table9 writes a submission to the"
                    + " NTIRE 2022 challenge."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9-]+)=(.*)");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "table2, table4, table5, table6, table7, table8 or table9")
    private String table;

    @Option(
            names = "--root",
            paramLabel = "[NAME=]DIR",
            required = true,
            description = "folder of a dataset (live, csiq, tid2013, pipal-val, ntire2022), such as live=/data/LIVE,"
                    + " or a folder that holds several; may be repeated")
    private List<String> roots;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "folder for scores, the table as CSV file, and the submission; made if need be")
    private Path output;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "[ROW=]MODEL[,MODEL...]",
            description = {
                "name or folder of the model of a row, such as cnn=/models/cnn-only; without ROW, of the row ahiq",
                "for a dataset of its own: ahiq-live=A",
                "scores of several are averaged, as in the ensemble AHIQ-C: ahiq-c=A,B,C"
            })
    private List<String> models = List.of();

    @Option(
            names = "--methods",
            paramLabel = "ROW[,ROW...]",
            split = ",",
            description = "compute these rows only, such as psnr,ssim,ahiq")
    private List<String> methods = List.of();

    @Option(
            names = "--crops",
            paramLabel = "PLAN",
            defaultValue = "random:20",
            description = "of models, see 'ahiq score --help' (default: ${DEFAULT-VALUE}, as published)")
    private String crops;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "of the random crops (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            description = "table2: test models on the test part of this split, with which they were trained"
                    + " (default: the median of the splits 0 to 9)")
    private Long splitSeed;

    @Option(names = "--extra-data", description = "table9: the submission says that extra data was used")
    private boolean extraData;

    @Mixin
    private StoreOption store;

    @Mixin
    private EngineOptions engine;

    private final Cancellation cancellation;

    ReproduceCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        PaperTable chosen = PaperTable.parse(table);
        ReproductionOptions options = options();
        Folder.make(output);
        TerminalProgress progress =
                new TerminalProgress(cancellation, spec.commandLine().getErr());
        ReproducedTable result;
        try {
            result = Reproduction.run(chosen, options, progress);
        } finally {
            progress.clear();
        }
        OutputFile.writeText(output.resolve(chosen + ".csv"), "table", result.toCsv());
        result.lines().forEach(spec.commandLine().getOut()::println);
        return result.failures() == 0 ? ExitCode.OK : ExitCode.PAIRS_FAILED;
    }

    private ReproductionOptions options() {
        ScoringOptions scoring = ScoringOptions.defaults()
                .withCrops(CropPlan.parse(crops, seed), seed)
                .withInference(engine.parse());
        Map<String, String> folders = byName("--root", roots, "");
        Optional<Path> parent = Optional.ofNullable(folders.remove("")).map(Path::of);
        Map<String, Path> named = new LinkedHashMap<>();
        folders.forEach((name, folder) -> named.put(name, Path.of(folder)));
        return new ReproductionOptions(
                parent,
                named,
                models(),
                new LinkedHashSet<>(methods),
                scoring,
                splitSeed == null ? OptionalLong.empty() : OptionalLong.of(splitSeed),
                extraData,
                output);
    }

    private Map<String, List<Path>> models() {
        ModelStore known = store.open();
        Map<String, List<Path>> folders = new LinkedHashMap<>();
        byName("--model", models, "ahiq")
                .forEach((row, members) -> folders.put(
                        row, Stream.of(members.split(",")).map(known::find).toList()));
        return folders;
    }

    /** Values of the form NAME=VALUE; those without a name get this one. */
    private static Map<String, String> byName(String option, List<String> values, String unnamed) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String value : values) {
            Matcher matcher = NAMED.matcher(value);
            boolean hasName = matcher.matches();
            String name = hasName ? matcher.group(1).toLowerCase(Locale.ROOT) : unnamed;
            if (named.put(name, hasName ? matcher.group(2) : value) != null) {
                throw new UsageException(
                        "Expected one " + option + (name.isEmpty() ? " without a name" : " for " + name)
                                + ", but found '" + option + " " + value
                                + "' besides another. Give each a name of its own, as in NAME=DIR.");
            }
        }
        return named;
    }
}
