/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;

/** Whatever stands in a model card, it is either valid or refused with a {@link ModelException}. */
class ModelCardFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final String VALID = YamlMap.print(new UntrainedModel("compact", CompactArchitecture.patch8(), 1)
            .card()
            .toYaml());

    private static final String[] VALUES = {
        "",
        "~",
        "yes",
        "-1",
        "0",
        "1",
        "64",
        "4096",
        "16384",
        "99999999999999999999",
        "0x7fffffff",
        "1:30:00",
        ".nan",
        "-.inf",
        "1e999",
        "2026-01-31",
        "2026-13-45T99:99:99Z",
        "[]",
        "{}",
        "[[[[",
        "{a: {b: c}}",
        "&a x",
        "*a",
        "&a [*a]",
        "!!int x",
        "!!int ''",
        "!!float x",
        "!!bool x",
        "!!null x",
        "!!binary x",
        "!!binary '%'",
        "!!timestamp x",
        "!!set {a}",
        "!!set x",
        "!!omap [a: 1]",
        "!!omap x",
        "!!pairs x",
        "!!map x",
        "!!seq x",
        "!!map [a]",
        "!!seq {a: b}",
        "!!str [a]",
        "!!java.net.URL [x]",
        "!local x",
        "!!merge x",
        "<<: x",
        "? x",
        "- x",
        "|",
        ">2",
        "'",
        "\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "%YAML 9.9",
        "---",
        "...",
        "\t",
        "\u0000",
        "\u0085",
        "\ufeff",
        "\ud800",
        "#",
        ": :",
        "@",
        "`"
    };

    private final Random random = new Random(42);

    @Test
    void mutatedCardsAreValidOrRefused() {
        int valid = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated();
            try {
                ModelCard card = ModelCard.fromYaml(YamlMap.parse("model.yaml", text, ModelException::new));
                assertThat(NetworkCost.of(card.architecture()).pair()).isPositive();
                assertThat(card.architecture().tensorShapes()).isNotEmpty();
                valid++;
            } catch (ModelException e) {
                assertThat(e).hasMessageContaining("model.yaml");
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                fail("Round " + round + ": " + text, e);
            }
        }
        // Neither the mutations nor the reader are trivial.
        assertThat(valid).isGreaterThan(ROUNDS / 100);
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    private String mutated() {
        List<String> lines = new ArrayList<>(Arrays.asList(VALID.split("\n")));
        int mutations = 1 + random.nextInt(3);
        for (int i = 0; i < mutations; i++) {
            mutate(lines);
        }
        return String.join("\n", lines);
    }

    private void mutate(List<String> lines) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        String key = line.substring(0, line.indexOf(':') + 1);
        String value = VALUES[random.nextInt(VALUES.length)];
        int column = random.nextInt(line.length() + 1);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> lines.set(at, key + " " + value);
            case 3 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 4 -> lines.set(at, "  " + line);
            case 5 -> lines.set(at, line.substring(0, column) + value + line.substring(column));
            case 6 -> lines.set(at, line.substring(0, column));
            default -> lines.set(at, key + " " + random.nextInt(20_000));
        }
    }
}
