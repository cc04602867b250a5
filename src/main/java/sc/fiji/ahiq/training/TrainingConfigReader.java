/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.model.ArchitectureYaml;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.training.TrainingConfig.CardTexts;
import sc.fiji.ahiq.training.TrainingConfig.Machine;
import sc.fiji.ahiq.training.TrainingConfig.Schedule;
import sc.fiji.ahiq.training.TrainingConfig.Start;

/** Reads the entries of a configuration. */
final class TrainingConfigReader {

    private static final int MAX = Integer.MAX_VALUE;
    private static final double VALIDATION_FRACTION = 0.2;
    private static final int MAX_BATCH = 1024;
    private static final int MAX_THREADS = 1024;
    private static final long BYTES_PER_MB = 1 << 20;

    private final YamlMap yaml;
    private final Path base;

    private TrainingConfigReader(YamlMap yaml, Path base) {
        this.yaml = yaml;
        this.base = base;
    }

    /** @param base that relative paths start from */
    static TrainingConfig read(YamlMap yaml, Path base) {
        return new TrainingConfigReader(yaml, base).read();
    }

    private TrainingConfig read() {
        Machine machine = machine();
        Path output = base.resolve(yaml.text("output"));
        String text = yaml.unreadText();
        CardTexts card = card();
        Start start = start();
        List<PairFiles> train = yaml.mapOrMaps("train").stream()
                .map(files -> PairFiles.read(files, base))
                .toList();
        YamlMap validation = yaml.optionalMap("validation");
        boolean drawn = !PairFiles.isIn(validation);
        Optional<PairFiles> validationFiles = drawn ? Optional.empty() : Optional.of(PairFiles.read(validation, base));
        double fraction = drawn ? validationFraction(validation) : 0;
        validation.rejectUnknown();
        double test = yaml.contains("test_fraction") ? yaml.number("test_fraction", 0, 0.9) : 0;
        LossWeights loss = yaml.contains("loss") ? LossWeights.read(yaml.map("loss")) : LossWeights.MSE;
        AdamSettings optimizer = AdamSettings.read(yaml.optionalMap("optimizer"));
        Schedule schedule = schedule();
        int batch = integer("batch", 1, MAX_BATCH, 4);
        int shared = integer("pairs_per_reference", 1, batch, 1);
        if (batch % shared != 0) {
            throw yaml.error("batch: expected a multiple of pairs_per_reference, " + shared + ", found " + batch);
        }
        if (batch == 1 && loss.needsSeveral()) {
            throw yaml.error("batch: expected 2 or more, because the loss compares pairs, found 1");
        }
        if (shared == 1 && loss.needsSeveralPerReference()) {
            throw yaml.error("pairs_per_reference: expected 2 or more, because reference_ranking compares images of one"
                    + " reference, found 1");
        }
        TrainingConfig config = new TrainingConfig(
                card,
                output,
                start,
                train,
                validationFiles,
                fraction,
                test,
                frozen(),
                loss,
                optimizer,
                schedule,
                batch,
                shared,
                Grouping.valueOf(
                        choice("group_by", Grouping.pattern(), "reference").toUpperCase(Locale.ROOT)),
                Augmentation.valueOf(choice("augmentation", Augmentation.pattern(), "horizontal")
                        .toUpperCase(Locale.ROOT)),
                cutMix(shared),
                RangeRule.parse(optionalText(yaml, "range", "auto")),
                choice("weights", "float32|half", "float32").equals("half") ? DType.F16 : DType.F32,
                DifferenceSettings.read(yaml.optionalMap("differences")),
                integer("seed", 0, MAX, 1),
                machine,
                text);
        yaml.rejectUnknown();
        return config;
    }

    private CutMix cutMix(int pairsPerReference) {
        CutMix mix = new CutMix(yaml.contains("cutmix") ? yaml.number("cutmix", 0, 1) : 0);
        if (mix.share() > 0 && pairsPerReference == 1) {
            throw yaml.error("cutmix: expected pairs_per_reference of 2 or more to mix, found 1");
        }
        return mix;
    }

    private static double validationFraction(YamlMap validation) {
        return validation.contains("fraction") ? validation.number("fraction", 0, 0.9) : VALIDATION_FRACTION;
    }

    private Machine machine() {
        long quarterOfHeap = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_MB;
        return new Machine(
                DeviceChoice.parse(optionalText(yaml, "device", "auto")),
                yaml.contains("threads")
                        ? OptionalInt.of(yaml.integer("threads", 1, MAX_THREADS))
                        : OptionalInt.empty(),
                integer("loader_threads", 1, MAX_THREADS, 1),
                (yaml.contains("cache_mb") ? yaml.integer("cache_mb", 0, MAX) : quarterOfHeap) * BYTES_PER_MB,
                yaml.contains("checkpoint_minutes") ? yaml.number("checkpoint_minutes", 0, 1e6) : 5);
    }

    private CardTexts card() {
        YamlMap texts = yaml.optionalMap("card");
        CardTexts card = new CardTexts(
                yaml.text("name", ModelCard.NAME_PATTERN),
                optionalText(texts, "version", "1"),
                optionalText(texts, "description", "AHIQ trained by 'ahiq train'."),
                optionalText(texts, "training", ""),
                optionalText(texts, "licence", "not stated"),
                optionalText(texts, "citation", ModelCard.CITATION));
        texts.rejectUnknown();
        return card;
    }

    private Start start() {
        YamlMap start = yaml.map("start");
        Optional<String> model =
                start.contains("model") ? Optional.of(nameOrFolder(start.text("model"))) : Optional.empty();
        Optional<NetworkDesign> architecture = start.contains("architecture")
                ? Optional.of(ArchitectureYaml.readDesign(start.map("architecture")))
                : Optional.empty();
        if (model.isPresent() == architecture.isPresent()) {
            throw start.error("expected either model or architecture, found " + (model.isPresent() ? "both" : "none"));
        }
        boolean needsBackbone =
                architecture.filter(DifferenceArchitecture.class::isInstance).isPresent();
        Optional<Path> backbone = needsBackbone ? Optional.of(base.resolve(start.text("backbone"))) : Optional.empty();
        start.rejectUnknown();
        return new Start(model, architecture, backbone);
    }

    /** A folder may be relative to the file, as all paths are; anything else is for the store of models to find. */
    private String nameOrFolder(String text) {
        Path folder = base.resolve(text);
        return ModelFolder.isModel(folder) ? folder.toString() : text;
    }

    private Schedule schedule() {
        YamlMap schedule = yaml.optionalMap("schedule");
        int warmup = schedule.contains("warmup_steps") ? schedule.integer("warmup_steps", 0, MAX) : 0;
        OptionalLong cosine = OptionalLong.empty();
        if (schedule.contains("cosine_steps")) {
            String text = schedule.text("cosine_steps", "all|[1-9]\\d{0,8}");
            cosine = text.equals("all") ? cosine : OptionalLong.of(Long.parseLong(text));
        }
        schedule.rejectUnknown();
        if (yaml.contains("epochs") == yaml.contains("steps")) {
            throw yaml.error("expected either epochs or steps, found " + (yaml.contains("epochs") ? "both" : "none"));
        }
        return new Schedule(
                yaml.contains("epochs") ? OptionalInt.of(yaml.integer("epochs", 1, MAX)) : OptionalInt.empty(),
                optionalLong("steps"),
                warmup,
                cosine,
                optionalLong("validate_steps"));
    }

    private OptionalLong optionalLong(String key) {
        return yaml.contains(key) ? OptionalLong.of(yaml.integer(key, 1, MAX)) : OptionalLong.empty();
    }

    private Set<NetworkPart> frozen() {
        Set<NetworkPart> parts = EnumSet.noneOf(NetworkPart.class);
        if (yaml.contains("freeze")) {
            yaml.texts("freeze", NetworkPart.pattern())
                    .forEach(name -> parts.add(NetworkPart.valueOf(name.toUpperCase(Locale.ROOT))));
        }
        if (parts.size() == NetworkPart.values().length) {
            throw yaml.error("freeze: expected a part that is left to train, found all of them");
        }
        return parts;
    }

    private int integer(String key, int min, int max, int otherwise) {
        return yaml.contains(key) ? yaml.integer(key, min, max) : otherwise;
    }

    private String choice(String key, String pattern, String otherwise) {
        return yaml.contains(key) ? yaml.text(key, pattern) : otherwise;
    }

    private static String optionalText(YamlMap map, String key, String otherwise) {
        return map.contains(key) ? map.text(key) : otherwise;
    }
}
