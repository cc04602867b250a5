/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.ImageException;
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
import sc.fiji.ahiq.training.ablation.Ablation;
import sc.fiji.ahiq.training.ablation.AblationConfig;

/**
 * Computes a table of the paper, or some for small networks that it trains. Throws an
 * {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot, and an {@link ImageException}, after computing the table,
 * if pairs could not be scored.
 */
@Plugin(
        type = Command.class,
        name = "reproduce",
        label = "AHIQ Reproduce Table...",
        description =
                "Computes a table of the AHIQ paper on your copies of the datasets, and prints it beside the published"
                        + " figures. What is missing, datasets, models or metrics, is named; the rest is computed.\n"
                        + "Scores are kept in the output folder, so that an interrupted run goes on. table9 writes a submission to"
                        + " the NTIRE 2022 challenge.\n"
                        + "ablation trains small networks of the rows of tables 6 and 8 in one way and compares them; an"
                        + " interrupted run goes on, too.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ReproduceTable extends EngineInputs implements WritingCommand {

    private static final String ABLATION = "ablation";
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9-]+)=(.*)");

    @Parameter(
            label = "Table",
            description = "of the paper, or ablation for those that a configuration names",
            choices = {"table2", "table4", "table5", "table6", "table7", "table8", "table9", ABLATION},
            attrs = {@Attr(name = Input.POSITIONAL), @Attr(name = Input.VALUE, value = "TABLE")},
            persist = false)
    private String table;

    @Parameter(
            label = "Datasets",
            description = "folder of a dataset (live, csiq, tid2013, pipal-val, ntire2022), such as live=/data/LIVE,"
                    + " or a folder that holds several; may be repeated",
            attrs = {@Attr(name = Input.ALTERNATIVE), @Attr(name = Input.VALUE, value = "[NAME=]DIR")},
            persist = false,
            required = false)
    private String[] root = {};

    @Parameter(
            label = "Output folder",
            description = "folder for scores, the table as CSV file, and the submission; made if need be",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {@Attr(name = Input.ALTERNATIVE), @Attr(name = Input.SHORT, value = "o")},
            persist = false,
            required = false)
    private File output;

    @Parameter(
            label = "Configuration",
            description =
                    "ablation: YAML file with the entries of a training from scratch, 'tables' and 'test'; in place of"
                            + " datasets and output folder, which it names",
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private File config;

    @Parameter(
            label = "Models",
            description =
                    "name or folder of the model of a row, such as cnn=/models/cnn-only; without ROW, of the row ahiq\n"
                            + "for a dataset of its own: ahiq-live=A\n"
                            + "scores of several are averaged, as in the ensemble AHIQ-C: ahiq-c=A,B,C\n"
                            + "may be repeated",
            attrs = {@Attr(name = Input.SHORT, value = "m"), @Attr(name = Input.VALUE, value = "[ROW=]MODEL[,MODEL...]")
            },
            persist = false,
            required = false)
    private String[] model = {};

    @Parameter(
            label = "Rows",
            description = "compute these rows only, separated by commas, such as psnr,ssim,ahiq",
            attrs = @Attr(name = Input.VALUE, value = "ROW[,ROW...]"),
            persist = false,
            required = false)
    private String methods = "";

    @Parameter(
            label = "Crops",
            description = ScoringInputs.CROPS,
            attrs = @Attr(name = Input.VALUE, value = "PLAN"),
            persist = false,
            required = false)
    private String crops = "random:20";

    @Parameter(label = "Seed", description = ScoringInputs.SEED, persist = false, required = false)
    private long seed = 0;

    @Parameter(
            label = "Split seed",
            description = "table2: test models on the test part of this split, with which they were trained;"
                    + " without it, the median of the splits 0 to 9",
            attrs = @Attr(name = Input.ALIAS, value = "split_seed"),
            persist = false,
            required = false)
    private Long split;

    @Parameter(
            label = "Extra data",
            description = "table9: the submission says that extra data was used",
            persist = false,
            required = false)
    private boolean extra_data = false;

    @Parameter(label = "Table", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String lines;

    @Override
    protected void execute() {
        if (table.equalsIgnoreCase(ABLATION)) {
            ablation();
        } else {
            published();
        }
    }

    private void published() {
        PaperTable chosen = PaperTable.parse(table);
        if (root.length == 0 || output == null || config != null) {
            throw new UsageException("Expected the keys root and output (--root, --output) for " + chosen
                    + ", and config (--config) for " + ABLATION + " alone.");
        }
        ReproductionOptions options = options();
        Path folder = Folder.make(output.toPath());
        if (!Files.isDirectory(folder.resolve(Reproduction.SCORES))) {
            Stream.concat(Stream.of(chosen + ".csv"), Reproduction.SUBMISSION.stream())
                    .map(folder::resolve)
                    .forEach(outputs()::require);
        }
        report(folder, List.of(ScoringTurn.await(progress(), () -> Reproduction.run(chosen, options, progress()))));
    }

    private void ablation() {
        if (config == null || output != null || root.length + model.length > 0 || !methods.isBlank()) {
            throw new UsageException(
                    "Expected the key config (--config) for " + ABLATION
                            + ", whose file names images, output folder and tables, and none of root, output, model and methods.");
        }
        AblationConfig read = AblationConfig.read(config.toPath());
        Ablation.require(read, outputs(config));
        report(
                read.training().output(),
                Ablation.run(read, scoring(), progress(), () -> new TrainingSteps(progress())));
    }

    private void report(Path folder, List<ReproducedTable> tables) {
        tables.forEach(
                result -> OutputFile.writeText(folder.resolve(result.table() + ".csv"), "table", result.toCsv()));
        lines = tables.stream()
                .flatMap(result -> result.lines().stream())
                .collect(Collectors.joining(System.lineSeparator()));
        int failures = tables.stream().mapToInt(ReproducedTable::failures).sum();
        if (failures > 0) {
            throw new ImageException(failures
                    + " pairs could not be scored, the others are compared. The column error of the files in "
                    + folder.resolve(Reproduction.SCORES) + " tells why.");
        }
    }

    private ScoringOptions scoring() {
        return ScoringOptions.defaults()
                .withCrops(InputTexts.checked("crops", crops, text -> CropPlan.parse(text, seed)), seed)
                .withModels(store())
                .withInference(inference());
    }

    private ReproductionOptions options() {
        Map<String, String> folders = byName("root", root, "");
        Optional<Path> parent = Optional.ofNullable(folders.remove("")).map(Path::of);
        Map<String, Path> named = new LinkedHashMap<>();
        folders.forEach((name, folder) -> named.put(name, Path.of(folder)));
        return new ReproductionOptions(
                parent,
                named,
                models(),
                methods(),
                scoring(),
                split == null ? OptionalLong.empty() : OptionalLong.of(split),
                extra_data,
                output.toPath());
    }

    private Set<String> methods() {
        return methods.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(methods.strip().split("\\s*,\\s*")));
    }

    private Map<String, List<Path>> models() {
        ModelStore known = store();
        Map<String, List<Path>> folders = new LinkedHashMap<>();
        byName("model", model, "ahiq")
                .forEach((row, members) -> folders.put(
                        row, Stream.of(members.split(",")).map(known::find).toList()));
        return folders;
    }

    /** Values of the form NAME=VALUE; those without a name get this one. */
    private static Map<String, String> byName(String key, String[] values, String unnamed) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String value : values) {
            Matcher matcher = NAMED.matcher(value);
            boolean hasName = matcher.matches();
            String name = hasName ? matcher.group(1).toLowerCase(Locale.ROOT) : unnamed;
            if (named.put(name, hasName ? matcher.group(2) : value) != null) {
                throw new UsageException("Expected one " + key + (name.isEmpty() ? " without a name" : " for " + name)
                        + ", but found " + value + " besides another. Give each a name of its own, as in NAME=DIR.");
            }
        }
        return named;
    }
}
