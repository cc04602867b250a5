/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * How far a training has come.
 *
 * @param step number of finished steps
 * @param unvalidatedLoss loss of the last step, if the training was stopped in the validation after it
 * @param best agreement of the best model so far
 * @param task hash of everything that decides about the result; a checkpoint is only good for the same task
 */
record TrainingState(long step, OptionalDouble unvalidatedLoss, ValidationAgreement best, String task) {

    private static final String HASH = "[0-9a-f]{64}";
    private static final String NUMBER = "NaN|-?\\d[\\dE.-]{0,30}";

    static TrainingState start(String task) {
        return new TrainingState(0, OptionalDouble.empty(), ValidationAgreement.NONE, task);
    }

    /** After one more step, about which nothing but its loss is known yet. */
    TrainingState stepped(double loss) {
        return new TrainingState(step + 1, OptionalDouble.of(loss), best, task);
    }

    /** When that step is done with. */
    TrainingState concluded(ValidationAgreement newBest) {
        return new TrainingState(step, OptionalDouble.empty(), newBest, task);
    }

    String toYaml() {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("step", Long.toString(step));
        unvalidatedLoss.ifPresent(loss -> yaml.put("unvalidated_loss", Double.toString(loss)));
        yaml.put("best_srocc", Double.toString(best.srocc()));
        yaml.put("best_plcc", Double.toString(best.plcc()));
        yaml.put("task", task);
        return YamlMap.print(yaml);
    }

    static TrainingState read(String file, String text) {
        YamlMap yaml = YamlMap.parse(file, text, UsageException::new);
        TrainingState state = new TrainingState(
                Long.parseLong(yaml.text("step", "\\d{1,18}")),
                yaml.contains("unvalidated_loss")
                        ? OptionalDouble.of(number(yaml, "unvalidated_loss"))
                        : OptionalDouble.empty(),
                new ValidationAgreement(number(yaml, "best_srocc"), number(yaml, "best_plcc")),
                yaml.text("task", HASH));
        yaml.rejectUnknown();
        return state;
    }

    private static double number(YamlMap yaml, String key) {
        return Double.parseDouble(yaml.text(key, NUMBER));
    }
}
