/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.download.Downloader;
import sc.fiji.ahiq.network.download.RemoteFile;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModel.OfficialFile;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.network.model.importing.ImportedMetric;
import sc.fiji.ahiq.network.model.importing.ImportedModel;

/**
 * Downloads the files of a published model and imports them. A download that was interrupted goes on where it ended.
 */
final class ModelFetch {

    private static final String DOWNLOADS = ".downloads";
    private static final long MEGABYTE = 1_000_000;

    /** Digits of a whole SHA-256. */
    private static final int FULL_HASH = 64;

    private final ModelStore store;
    private final Progress progress;
    private final Downloader downloader;
    private final Function<String, Optional<OfficialModel>> catalogue;

    ModelFetch(ModelStore store, Progress progress) {
        this(store, progress, new Downloader(), OfficialModels::named);
    }

    ModelFetch(
            ModelStore store,
            Progress progress,
            Downloader downloader,
            Function<String, Optional<OfficialModel>> catalogue) {
        this.store = store;
        this.progress = progress;
        this.downloader = downloader;
        this.catalogue = catalogue;
    }

    /**
     * Makes the model in the user's folder of models.
     *
     * @param question asked whether to download, after what is downloaded and under which licence; may throw
     * @throws UsageException if no such model is known, or it is there already
     * @throws ModelException if it cannot be downloaded or imported
     * @throws CancelledException if the answer is no, or the progress throws it
     */
    void fetch(String name, Predicate<String> question) {
        OfficialModel model = model(name);
        if (store.list().containsKey(model.name())) {
            throw new UsageException("The model " + model.name() + " is already here: " + store.find(model.name())
                    + ". To get it again, remove it first.");
        }
        Path folder = store.userFolder().resolve(DOWNLOADS).resolve(model.name());
        if (!question.test(facts(model, folder) + "\nDownload these files?")) {
            throw new CancelledException();
        }
        Map<String, Path> files = new LinkedHashMap<>();
        for (OfficialFile file : model.files()) {
            files.put(file.part(), download(file, folder));
        }
        makeModel(model, files);
        delete(folder, files);
    }

    private OfficialModel model(String name) {
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

    /** Says yes to everything, and tells the progress to what. */
    static Predicate<String> agreeing(Progress progress) {
        return question -> {
            question.lines().filter(line -> !line.endsWith("?")).forEach(progress::note);
            return true;
        };
    }

    private static String facts(OfficialModel model, Path folder) {
        StringJoiner facts = new StringJoiner("\n");
        facts.add(model.description()).add("Licence: " + model.licence() + ".");
        for (OfficialFile file : model.files()) {
            String size = file.bytes().isPresent() ? file.bytes().getAsLong() / MEGABYTE + " MB" : "size unknown";
            facts.add("  " + file.url().orElseThrow() + " (" + size + ", " + file.licence() + ", " + check(file) + ")");
        }
        return facts.add("They go to " + folder + " until the model is made.").toString();
    }

    private static String check(OfficialFile file) {
        return switch (file.sha256().length()) {
            case 0 -> "no published hash";
            case FULL_HASH -> "SHA-256 " + file.sha256();
            default -> "SHA-256 begins with " + file.sha256() + ", no more of it is published";
        };
    }

    private Path download(OfficialFile file, Path folder) {
        progress.step(file.file() + ", MB");
        Path downloaded = downloader.download(
                new RemoteFile(file.url().orElseThrow(), file.file(), file.bytes(), file.sha256()),
                folder,
                (done, total) -> progress.update(done / MEGABYTE, total < 0 ? total : total / MEGABYTE));
        progress.note(file.file() + ": complete");
        return downloaded;
    }

    private void makeModel(OfficialModel official, Map<String, Path> files) {
        Path target = store.userFolder(official.name());
        if (official.metric().isEmpty()) {
            try (ImportedModel model = ImportedModel.open(official.name(), files, Optional.empty(), true)) {
                ModelFolder.write(target, model);
                model.notes().forEach(note -> progress.note("Note: " + note));
            }
        } else {
            MetricDesign design =
                    new MetricDesign(MetricKind.of(official.metric()).orElseThrow());
            try (ImportedMetric model = ImportedMetric.open(official.name(), design, files, true, false, "")) {
                ModelFolder.write(target, model);
                model.card()
                        .sources()
                        .forEach(source -> progress.note("SHA-256 of " + source.file() + ": " + source.sha256()));
            }
        }
        progress.note("Made " + target);
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
