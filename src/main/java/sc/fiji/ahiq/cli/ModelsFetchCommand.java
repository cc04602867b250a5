/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.download.Downloader;
import sc.fiji.ahiq.network.download.RemoteFile;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModel.OfficialFile;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.network.model.importing.ImportedModel;

/** {@code ahiq models fetch}. */
@Command(
        name = "fetch",
        description = {
            "Downloads the files of a published model, after asking, and imports them.",
            "A download that was interrupted goes on where it ended."
        },
        mixinStandardHelpOptions = true)
final class ModelsFetchCommand implements Callable<Integer> {

    private static final String DOWNLOADS = ".downloads";
    private static final long MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "the model")
    private String name;

    @Option(names = "--yes", description = "download without being asked")
    private boolean confirmed;

    @Mixin
    private StoreOption option;

    private final Cancellation cancellation;
    private final Downloader downloader;
    private final Function<String, Optional<OfficialModel>> catalogue;

    ModelsFetchCommand(Cancellation cancellation) {
        this(cancellation, new Downloader(), OfficialModels::named);
    }

    ModelsFetchCommand(
            Cancellation cancellation, Downloader downloader, Function<String, Optional<OfficialModel>> catalogue) {
        this.cancellation = cancellation;
        this.downloader = downloader;
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        OfficialModel model = model();
        ModelStore store = option.open();
        if (store.list().containsKey(name)) {
            throw new UsageException("The model " + name + " is already here: " + store.find(name)
                    + ". To get it again, remove it first.");
        }
        PrintWriter err = spec.commandLine().getErr();
        Path folder = store.userFolder().resolve(DOWNLOADS).resolve(name);
        confirm(model, folder, err);
        TerminalProgress progress = new TerminalProgress(cancellation, err);
        Map<String, Path> files = new LinkedHashMap<>();
        for (OfficialFile file : model.files()) {
            progress.step(file.file() + ", MB");
            Progress megabytes =
                    (done, total) -> progress.update(done / MEGABYTE, total < 0 ? total : total / MEGABYTE);
            files.put(file.part(), downloader.download(remote(file), folder, megabytes));
            progress.note(file.file() + ": complete");
        }
        makeModel(store.userFolder(name), files, err);
        delete(folder, files);
        return ExitCode.OK;
    }

    private OfficialModel model() {
        OfficialModel model = catalogue
                .apply(name)
                .orElseThrow(() -> new UsageException(
                        "No published model '" + name + "' is known. 'ahiq models list' tells which ones can be had."));
        if (!model.isFetchable()) {
            String missing = model.files().stream()
                    .filter(file -> file.url().isEmpty())
                    .map(OfficialFile::file)
                    .collect(Collectors.joining(", "));
            throw new ModelException("The model " + name + " cannot be downloaded: no address of " + missing
                    + " is known. When you have the files: " + model.command());
        }
        return model;
    }

    private void confirm(OfficialModel model, Path folder, PrintWriter err) {
        err.println(model.description() + " Licence: " + model.licence() + ".");
        for (OfficialFile file : model.files()) {
            String size = file.bytes().isPresent() ? file.bytes().getAsLong() / MEGABYTE + " MB" : "size unknown";
            String check = file.sha256().isEmpty() ? "no published hash" : "SHA-256 " + file.sha256();
            err.println("  " + file.url().orElseThrow() + " (" + size + ", " + file.licence() + ", " + check + ")");
        }
        err.println("They go to " + folder + " until the model is made.");
        if (!confirmed && !TerminalQuestion.ask("Download these files?", err)) {
            throw new CancelledException();
        }
    }

    private static RemoteFile remote(OfficialFile file) {
        return new RemoteFile(file.url().orElseThrow(), file.file(), file.bytes(), file.sha256());
    }

    private void makeModel(Path target, Map<String, Path> files, PrintWriter err) {
        try (ImportedModel model =
                ImportedModel.open(name, files.get("ahiq"), files.get("cnn"), files.get("vit"), true)) {
            ModelFolder.write(target, model);
            err.println("Made " + target);
            model.notes().forEach(note -> err.println("Note: " + note));
        }
    }

    private static void delete(Path folder, Map<String, Path> files) {
        try {
            for (Path file : files.values()) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new ModelException(
                    "The model was made, but the downloads in " + folder + " cannot be deleted: " + IoReason.of(e)
                            + ". They are not needed any more.",
                    e);
        }
    }
}
