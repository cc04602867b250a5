/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A model folder whose card names the members of an ensemble: {@code model.yaml} alone, with an entry
 *
 * <pre>
 * ensemble:
 * - {model: a, weight: 1.0, weights_sha256: ...}
 * - {model: b, weight: 1.0, weights_sha256: ...}
 * </pre>
 *
 * <p>A member is looked for beside the folder of the ensemble, then in the store.
 */
public final class EnsembleFolder {

    private final Path folder;
    private final ModelCard card;
    private final Ensemble ensemble;

    private EnsembleFolder(Path folder, ModelCard card, Ensemble ensemble) {
        this.folder = folder;
        this.card = card;
        this.ensemble = ensemble;
    }

    /**
     * Reads the card of a model folder.
     *
     * @return empty if the model is no ensemble
     * @throws ModelException if there is no card, or it is not as it should be
     */
    public static Optional<EnsembleFolder> open(Path folder) {
        ModelCard card = ModelFolder.readCard(folder);
        return card.design() instanceof Ensemble ensemble
                ? Optional.of(new EnsembleFolder(folder, card, ensemble))
                : Optional.empty();
    }

    public ModelCard card() {
        return card;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    /**
     * The folder of a member; its weights are not checked.
     *
     * @throws ModelException if there is none, or it is an ensemble itself; the message names it
     */
    public Path folder(Ensemble.Member member, ModelStore store) {
        try {
            Path beside = folder.toAbsolutePath().normalize().resolveSibling(member.model());
            Path found = ModelFolder.isModel(beside) ? beside : store.find(member.model());
            ModelFolder.readCard(found).architecture();
            return found;
        } catch (ModelException e) {
            throw unusable(member, e.getMessage(), e);
        }
    }

    /**
     * @param sha256 of the weights of the member that was found
     * @throws ModelException if these are other weights than those that the ensemble was made of
     */
    public void requireWeights(Ensemble.Member member, String sha256) {
        if (!sha256.equals(member.weightsSha256())) {
            String problem = "The SHA-256 of its weights is " + sha256 + ", expected " + member.weightsSha256()
                    + ". Get that model again, or make a new ensemble of the one that is there.";
            throw unusable(member, problem, null);
        }
    }

    private ModelException unusable(Ensemble.Member member, String problem, Exception cause) {
        return new ModelException(
                "The ensemble " + card.name() + " cannot be used, because of its member " + member.model() + ". "
                        + problem,
                cause);
    }

    /**
     * Reads all members as wholes.
     *
     * @throws ModelException if one is missing, damaged or was changed; the message names it
     */
    public void check(ModelStore store) {
        for (Ensemble.Member member : ensemble.members()) {
            try (ModelFolder model = ModelFolder.open(folder(member, store))) {
                requireWeights(member, model.weightsSha256());
                model.requireFiniteWeights();
            }
        }
    }

    /**
     * Makes the folder of an ensemble of models that are there, and reads each for its hash.
     *
     * @param folder does not exist yet, or is empty; its name is the name of the ensemble
     * @param models names or folders of two or more networks with crops of one size
     * @param weights of the models' scores, above 0; empty for equal ones
     * @throws UsageException if these do not make an ensemble
     * @throws ModelException if a model cannot be read
     * @throws sc.fiji.ahiq.base.error.ResultsException if the folder cannot be written
     */
    public static void write(Path folder, List<String> models, List<Double> weights, ModelStore store) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!ModelCard.isName(name)) {
            throw new UsageException(
                    "'" + name + "' is no name of a model: expected up to 100 letters, digits, '.', '-'"
                            + " and '_', beginning with a letter or digit.");
        }
        if (models.size() < 2 || models.stream().distinct().count() < models.size()) {
            throw new UsageException("Expected two members or more, each once, but found " + String.join(", ", models)
                    + ". Name the models that are to score together.");
        }
        if (!weights.isEmpty() && weights.size() != models.size()) {
            throw new UsageException("Expected a weight for each of " + models.size() + " members, but found "
                    + weights.size() + ". Give as many, or none for equal ones.");
        }
        ModelFolder.write(folder, new CardOnly(card(folder, name, models, weights, store)));
    }

    private static ModelCard card(
            Path folder, String name, List<String> models, List<Double> weights, ModelStore store) {
        List<Ensemble.Member> members = new ArrayList<>();
        List<ModelCard> cards = new ArrayList<>();
        OptionalInt crop = OptionalInt.empty();
        for (int i = 0; i < models.size(); i++) {
            Path found = store.find(models.get(i));
            try (ModelFolder model = ModelFolder.open(found)) {
                int size = model.card().architecture().crop();
                if (crop.isPresent() && crop.getAsInt() != size) {
                    throw new UsageException("Expected members with crops of one size, but those of "
                            + models.get(0) + " have " + crop.getAsInt() + " pixels and those of " + models.get(i) + " "
                            + size + ". Choose models that look at the same crops.");
                }
                crop = OptionalInt.of(size);
                cards.add(model.card());
                double weight = weights.isEmpty() ? 1 : weights.get(i);
                if (!(weight >= 1e-6 && weight <= 1e6)) {
                    throw new UsageException(
                            "Expected weights of 1e-6 to 1e6, but found " + weight + " for " + models.get(i) + ".");
                }
                members.add(
                        new Ensemble.Member(reference(folder, models.get(i), found), weight, model.weightsSha256()));
            }
        }
        return new ModelCard(
                name,
                "1",
                "The weighted mean of " + String.join(", ", models) + ".",
                new Ensemble(members),
                Normalization.PUBLISHED,
                told(cards, ModelCard::score),
                told(cards, ModelCard::training),
                told(cards, ModelCard::licence),
                told(cards, ModelCard::citation),
                "made by 'ahiq models ensemble'");
    }

    /** A model that was given by its folder is told by its path from where the ensemble is. */
    private static String reference(Path folder, String model, Path found) {
        if (ModelCard.isName(model) && !ModelFolder.isModel(Path.of(model))) {
            return model;
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        Path absolute = found.toAbsolutePath().normalize();
        return parent.getRoot().equals(absolute.getRoot())
                ? parent.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    private static String told(List<ModelCard> cards, Function<ModelCard, String> text) {
        return cards.stream().map(text).distinct().collect(Collectors.joining("; "));
    }

    /** An ensemble to be written. */
    private record CardOnly(ModelCard card) implements AhiqModel {

        @Override
        public Tensor tensor(String name) {
            throw new IllegalArgumentException("An ensemble has no tensor " + name);
        }
    }
}
