/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.UserHome;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.design.MetricDesign;

/**
 * Where models are found by name. A text that is the path of a model folder means that folder. Otherwise it is a name,
 * and the first folder of that name with a model in it counts, looked up in
 *
 * <ol>
 *   <li>the user's folder: the one given, else that of the environment variable {@code AHIQ_MODELS}, else
 *       {@code .ahiq/models} in the home folder;
 *   <li>the folder {@code models} of Fiji or ImageJ, whose own folder is told by the system property
 *   {@code imagej.dir}, or
 *       by {@code plugins.dir}, which names it or its {@code plugins} folder;
 *   <li>the models that come with the program, in its jar.
 * </ol>
 *
 * <p>All faces look models up here, and where none is named, {@link #findOrDefault} decides. The name of a model's
 * folder is its name in the store. Immutable; the folders are read anew by each call.
 */
public final class ModelStore {

    /** Begins the names of folders that are being written, or were when the process was killed. */
    static final String UNFINISHED_PREFIX = ".ahiq-";

    private static final String ENVIRONMENT_VARIABLE = "AHIQ_MODELS";
    private static final String LIST_ADVICE =
            " 'ahiq models list' or, in ImageJ, AHIQ Models... tells which ones can be had.";
    private static final Set<String> OWN_FILES = Set.of(ModelFolder.CARD_FILE, ModelFolder.WEIGHTS_FILE);

    private final Path userFolder;
    private final Optional<Path> imagej;
    /** Asked when a model is looked for, as that opens the program's jar. */
    private final Supplier<Optional<Path>> bundled;

    private ModelStore(Path userFolder, Optional<Path> imagej, Supplier<Optional<Path>> bundled) {
        this.userFolder = userFolder;
        this.imagej = imagej;
        this.bundled = bundled;
    }

    /** @param userFolder in place of the usual one, or null */
    public static ModelStore of(Path userFolder) {
        return of(userFolder, System::getenv, System::getProperty, BundledModels::folder);
    }

    static ModelStore of(
            Path userFolder,
            UnaryOperator<String> environment,
            UnaryOperator<String> properties,
            Supplier<Optional<Path>> bundled) {
        Path user = userFolder != null ? userFolder : defaultFolder(environment, properties);
        return new ModelStore(user, imagejFolder(properties).map(folder -> folder.resolve("models")), bundled);
    }

    private static Path defaultFolder(UnaryOperator<String> environment, UnaryOperator<String> properties) {
        String variable = environment.apply(ENVIRONMENT_VARIABLE);
        return variable != null && !variable.isBlank()
                ? Path.of(variable)
                : UserHome.folder(environment, properties)
                        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))
                        .resolve(".ahiq")
                        .resolve("models");
    }

    private static Optional<Path> imagejFolder(UnaryOperator<String> properties) {
        String imagej = properties.apply("imagej.dir");
        if (imagej != null) {
            return Optional.of(Path.of(imagej));
        }
        String plugins = properties.apply("plugins.dir");
        if (plugins == null) {
            return Optional.empty();
        }
        Path folder = Path.of(plugins).toAbsolutePath().normalize();
        return Optional.of(folder.endsWith("plugins") ? folder.getParent() : folder);
    }

    private List<Path> folders() {
        return Stream.of(Stream.of(userFolder), imagej.stream(), bundled.get().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Where imported models go. */
    public Path userFolder() {
        return userFolder;
    }

    /** The folder in the user's folder for a model of this name, whether it exists or not. */
    public Path userFolder(String name) {
        requireName(name);
        return userFolder.resolve(name);
    }

    /**
     * The model folder that {@code nameOrFolder} means or, if that is null or blank, the default: the model that comes
     * with the program, the first AHIQ network by name of several.
     *
     * @throws UsageException if none is named and none comes with the program
     * @throws ModelException as {@link #find} does
     */
    public Path findOrDefault(String nameOrFolder) {
        if (nameOrFolder != null && !nameOrFolder.isBlank()) {
            return find(nameOrFolder);
        }
        return defaultModel()
                .orElseThrow(() -> new UsageException(
                        "No model was given, and none comes with this version. Name one by --model or, in ImageJ, model=...;"
                                + LIST_ADVICE
                                + " To try the program without them, 'ahiq untrained --output DIR' makes a"
                                + " model whose scores mean nothing."));
    }

    private Optional<Path> defaultModel() {
        return bundled.get()
                .flatMap(folder ->
                        models(folder).filter(model -> !isMetric(model)).findFirst());
    }

    /**
     * Least width and height of an image for the default model or, if none comes with the program, for the published
     * network.
     */
    public int defaultMinimumSize() {
        if (defaultModel().isEmpty()) {
            return Architecture.vitB8().crop();
        }
        ModelCard card = ModelFolder.readCard(defaultModel().get());
        return card.design() instanceof Architecture architecture ? architecture.crop() : 1;
    }

    /**
     * The model folder that {@code nameOrFolder} means; its contents are not checked.
     *
     * @throws ModelException if there is none; the message tells where it was looked for and which models there are
     */
    public Path find(String nameOrFolder) {
        Path explicit = path(nameOrFolder);
        if (ModelFolder.isModel(explicit)) {
            return explicit;
        }
        if (ModelCard.isName(nameOrFolder)) {
            for (Path folder : folders()) {
                if (ModelFolder.isModel(folder.resolve(nameOrFolder))) {
                    return folder.resolve(nameOrFolder);
                }
            }
        }
        throw unknown(nameOrFolder);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ModelException("'" + Printable.of(text) + "' is neither a name of a model nor a path.", e);
        }
    }

    private ModelException unknown(String nameOrFolder) {
        Set<String> names = list().keySet();
        String known = names.isEmpty() ? "There are no models there" : "There are " + String.join(", ", names);
        String advice = OfficialModels.named(nameOrFolder)
                .map(official -> " To get it: " + official.command())
                .orElse(LIST_ADVICE);
        return new ModelException("No model '" + nameOrFolder + "': there is no " + ModelFolder.CARD_FILE
                + " in a folder of that path, nor in one of that name in "
                + folders().stream().map(ModelStore::describe).collect(Collectors.joining(" or ")) + ". " + known + "."
                + advice);
    }

    /**
     * The folders of all models by their names, sorted within each place; those that are found by name. What other
     * plugins keep in ImageJ's folder is left out.
     */
    public Map<String, Path> list() {
        Map<String, Path> models = new LinkedHashMap<>();
        for (Path folder : folders()) {
            boolean shared = imagej.isPresent() && imagej.get().equals(folder);
            models(folder)
                    .filter(model -> !shared || ModelFolder.isOwn(model))
                    .forEach(model -> models.putIfAbsent(name(model), model));
        }
        return models;
    }

    private static Stream<Path> models(Path folder) {
        return children(folder).stream().filter(path -> ModelCard.isName(name(path)) && ModelFolder.isModel(path));
    }

    private static String name(Path model) {
        return model.getFileName().toString();
    }

    /** A folder for people to read: its path, or where it is in the program's jar. */
    public static String describe(Path folder) {
        return folder.getFileSystem() == FileSystems.getDefault()
                ? folder.toString()
                : folder.toUri().toString();
    }

    /** Those of {@link #list()} that are metrics by themselves; models that cannot be read are left out. */
    public Map<String, Path> metrics() {
        Map<String, Path> metrics = new LinkedHashMap<>();
        list().forEach((name, folder) -> {
            if (isMetric(folder)) {
                metrics.put(name, folder);
            }
        });
        return metrics;
    }

    private static boolean isMetric(Path folder) {
        try {
            return ModelFolder.readCard(folder).design() instanceof MetricDesign;
        } catch (ModelException e) {
            return false; // 'ahiq models verify' tells why
        }
    }

    /** Folders in the user's folder that an import fills, or that a killed import has left. */
    public List<Path> unfinished() {
        return children(userFolder).stream()
                .filter(path -> path.getFileName().toString().startsWith(UNFINISHED_PREFIX))
                .toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new ModelException("Cannot read the folder of models " + folder + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Deletes a model of the user's folder: its card first, so that no half model is left, its weights, and its folder.
     *
     * @throws ModelException if there is no such model, its folder is a symbolic link or holds other files, or it
     *     cannot be deleted
     */
    public void remove(String name) {
        requireName(name);
        Path folder = userFolder.resolve(name);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !ModelFolder.isModel(folder)) {
            throw new ModelException("No model '" + name + "' to remove: expected a folder, not a link, with "
                    + ModelFolder.CARD_FILE + " at " + folder + ". Only models in the user's folder are removed.");
        }
        requireNothingElse(folder);
        try {
            Files.delete(folder.resolve(ModelFolder.CARD_FILE));
            Files.deleteIfExists(folder.resolve(ModelFolder.WEIGHTS_FILE));
            Files.delete(folder);
        } catch (IOException e) {
            throw new ModelException("Cannot remove " + folder + ": " + IoReason.of(e), e);
        }
    }

    private static void requireNothingElse(Path folder) {
        List<String> others = new ArrayList<>();
        for (Path file : children(folder)) {
            String name = file.getFileName().toString();
            if (!OWN_FILES.contains(name) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                others.add(name);
            }
        }
        if (!others.isEmpty()) {
            throw new ModelException("Not removed: " + folder + " holds more than a model: "
                    + String.join(", ", others.subList(0, Math.min(others.size(), 5))) + ". Move that away first.");
        }
    }

    private static void requireName(String name) {
        if (!ModelCard.isName(name)) {
            throw new ModelException(
                    "'" + name + "' is no name of a model: expected up to 100 letters, digits, '.', '-' and"
                            + " '_', beginning with a letter or digit.");
        }
    }
}
