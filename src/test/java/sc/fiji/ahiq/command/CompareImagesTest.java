/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.ScoreRow;

class CompareImagesTest {

    private static final String IMAGES = "src/test/resources/images/";

    private final List<ScoreRow> rows = new ArrayList<>();

    private ImagePlus compare(String... distorted) throws Exception {
        CommandModule module = new CommandModule(new CommandInfo(CompareImages.class));
        module.setInput("reference", NamedImages.find(IMAGES + "scene1.png"));
        module.setInput("distorted", distorted);
        module.setInput("metrics", "psnr,ssim");
        CompareImages command = (CompareImages) module.getCommand();
        command.setRows(rows::add);
        command.run();
        return (ImagePlus) module.getOutput("comparison");
    }

    @Test
    void versionsFollowTheirReferenceLabelledByTheirScores() throws Exception {
        ImagePlus stack = compare(IMAGES + "scene1_blur.png", IMAGES + "scene1.png");

        assertThat(stack.getStackSize()).isEqualTo(3);
        assertThat(stack.getTitle()).isEqualTo("AHIQ comparison with scene1.png");
        assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("reference: scene1.png");
        assertThat(stack.getStack().getSliceLabel(2))
                .matches("scene1_blur\\.png: psnr \\d\\d\\.\\d{4}, ssim 0\\.\\d{4}");
        assertThat(stack.getStack().getSliceLabel(3)).isEqualTo("scene1.png: psnr Infinity, ssim 1.0000");
        assertThat((int[]) stack.getStack().getPixels(3))
                .isEqualTo((int[]) stack.getStack().getPixels(1));
        assertThat((int[]) stack.getStack().getPixels(2))
                .isNotEqualTo((int[]) stack.getStack().getPixels(1));
        assertThat(rows).hasSize(2);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> compare("models/ahiq-s/example.png"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("scene1.png is 224 x 224");
    }

    @Test
    void withoutImagesItTellsWhatToDo() {
        assertThatThrownBy(this::compare)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("open some of its size, 224 x 224, or give distorted=");
    }
}
