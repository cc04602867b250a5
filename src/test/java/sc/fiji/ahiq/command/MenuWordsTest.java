/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.network.model.ModelStore;

class MenuWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Unknown metric 'lpips': get it by 'ahiq models fetch lpips'."
                        + "| Unknown metric 'lpips': get it by AHIQ Fetch Model... (model=lpips).",
                "No model 'x'. 'ahiq models list' or, in ImageJ, AHIQ Models... tells which ones can be had."
                        + "| No model 'x'. AHIQ Models... tells which ones can be had.",
                "name of a model ('ahiq models list', AHIQ Models...) | name of a model (AHIQ Models...)",
                "Not here. To get it: ahiq models fetch dists | Not here. To get it: AHIQ Fetch Model... (model=dists)",
                "import it with 'ahiq import'. | import it with AHIQ Import Weights....",
                "make it by 'ahiq import --metric dists --name mine'"
                        + "| make it by AHIQ Import Weights... (metric=dists name=mine)",
                "see 'ahiq score --help'. | see AHIQ Score Files....",
                "cannot read ahiq.pth | cannot read ahiq.pth"
            })
    void commandsAreCalledAsInTheMenu(String text, String menu) {
        assertThat(MenuWords.of(text)).isEqualTo(menu);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Use --precision float32, or get it again. | Use precision=float32, or get it again.",
                "Use --device cpu or --device auto. | Use device=cpu or device=auto.",
                "Name a folder by --cache or AHIQ_CACHE. | Name a folder by cache or AHIQ_CACHE.",
                "Name one by --model or, in ImageJ, model=...; or | Name one by model=...; or",
                "Go on by --resume (resume=true). | Go on by resume=true.",
                "Choose engine=process (--engine process), which | Choose engine=process, which",
                "the keys root and output (--root, --output) for | the keys root and output for",
                "Allow it by --allow-download. | Allow it by allow_download.",
                "give its folder by --root TID2013=DIR. | give its folder by root=TID2013=DIR.",
                "Add --add-opens java.base/java.lang | Add --add-opens java.base/java.lang",
                "sd_0.0--imagenet2012-steps_20k | sd_0.0--imagenet2012-steps_20k"
            })
    void optionsAreWrittenAsInMacros(String text, String menu) {
        assertThat(MenuWords.of(text)).isEqualTo(menu);
    }

    @Test
    void noHelpOfADialogNamesAProgramThatIsNotThere() {
        for (Operation<?> operation : Operation.all()) {
            for (Input input : operation.inputs()) {
                assertThat(MenuWords.of(input.description()))
                        .as(operation.label() + ", " + input.key())
                        .doesNotContain("'ahiq ");
            }
        }
    }

    @Test
    void norDoesTheMessageAboutAModelThatIsNotThere() {
        for (String name : new String[] {"nothing", "ahiq-vit-b8-pipal"}) {
            try {
                ModelStore.of(null).find(name);
            } catch (RuntimeException e) {
                assertThat(MenuWords.of(e.getMessage())).contains("AHIQ ").doesNotContain("ahiq models");
            }
        }
    }
}
