/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;

class OpenSamplePairTest {

    private final Module module = module();

    @Test
    void givesReferenceAndDenoisedPictureOf8Bits() {
        module.run();

        ImagePlus reference = (ImagePlus) module.getOutput("reference");
        ImagePlus distorted = (ImagePlus) module.getOutput("distorted");
        assertThat(reference.getTitle()).isEqualTo("sample-reference");
        assertThat(reference.getProcessor().getPixels())
                .isEqualTo(SampleField.simulate(1).reference().toBytes());
        assertThat(distorted.getTitle()).isEqualTo("sample-denoised");
        assertThat(distorted.getBitDepth()).isEqualTo(8);
    }

    @Test
    void givesWhatIsAskedFor() {
        module.setInput("degradation", "blur");
        module.setInput("bits", "16");
        module.setInput("seed", 3L);

        module.run();

        ImagePlus distorted = (ImagePlus) module.getOutput("distorted");
        assertThat(distorted.getProcessor().getPixels())
                .isEqualTo(SampleField.simulate(3).degraded(Degradation.BLUR).toShorts());
        assertThat(distorted.getDisplayRangeMax()).isGreaterThan(2000);
    }

    @Test
    void refusesUnknownChoices() {
        module.setInput("degradation", "rain");

        assertThatThrownBy(module::run)
                .isInstanceOf(UsageException.class)
                .hasMessage("degradation=rain: expected denoised, noise, blur or jpeg.");

        assertThat(((OpenSamplePair) module.getDelegateObject()).images()).isEmpty();
    }

    @Test
    void refusesOtherBits() {
        module.setInput("bits", "12");

        assertThatThrownBy(module::run).isInstanceOf(UsageException.class).hasMessage("bits=12: expected 8 or 16.");
    }

    private static Module module() {
        try {
            return new CommandInfo(OpenSamplePair.class).createModule();
        } catch (ModuleException e) {
            throw new AssertionError(e);
        }
    }
}
