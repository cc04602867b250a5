/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/**
 * Makes a simulated field of fluorescent cells and a bad picture of it, to try scoring with. Throws a
 * {@link UsageException} for values that are not among the choices.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Open Sample Pair",
        description = "Makes a simulated field of fluorescent cells and a bad picture of it, to try the program with.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class OpenSamplePair extends AhiqCommand {

    @Parameter(
            label = "Degradation",
            description = "what is bad about the distorted picture",
            choices = {"denoised", "noise", "blur", "jpeg"},
            persist = false,
            required = false)
    private String degradation = "denoised";

    @Parameter(
            label = "Bits",
            description = "of a pixel",
            choices = {"8", "16"},
            persist = false,
            required = false)
    private String bits = "8";

    @Parameter(label = "Seed", description = "of cells and noise", persist = false, required = false)
    private long seed = 1;

    @Parameter(label = "Reference", type = ItemIO.OUTPUT)
    private ImagePlus reference;

    @Parameter(label = "Distorted", type = ItemIO.OUTPUT)
    private ImagePlus distorted;

    @Override
    protected void execute() {
        Degradation wanted = degradation();
        requireBits();
        SampleField field = SampleField.simulate(seed);
        reference = image(field.reference());
        distorted = image(field.degraded(wanted));
    }

    private Degradation degradation() {
        for (Degradation one : Degradation.values()) {
            if (one.label().equals(degradation.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new UsageException("degradation=" + degradation + ": expected denoised, noise, blur or jpeg.");
    }

    private void requireBits() {
        if (!bits.equals("8") && !bits.equals("16")) {
            throw new UsageException("bits=" + bits + ": expected 8 or 16.");
        }
    }

    private ImagePlus image(SampleImage sample) {
        ImageProcessor pixels = bits.equals("8")
                ? new ByteProcessor(sample.width(), sample.height(), sample.toBytes())
                : new ShortProcessor(sample.width(), sample.height(), sample.toShorts(), null);
        if (bits.equals("16")) {
            pixels.resetMinAndMax();
        }
        return new ImagePlus("sample-" + sample.name(), pixels);
    }

    /** Reference and distorted image; empty before a successful run. */
    public List<ImagePlus> images() {
        return distorted == null ? List.of() : List.of(reference, distorted);
    }
}
