/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/** Writes the sample field of cells and bad pictures of it. Throws a {@link UsageException} if there is no such folder. */
@Plugin(
        type = Command.class,
        name = "sample",
        label = "AHIQ Sample Files...",
        description = "Makes images to try the program with.\n"
                + "A simulated field of fluorescent cells, reference, and bad pictures of it, denoised, noise, blur and"
                + " jpeg. Nothing is downloaded. Files of the same names are replaced.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class SampleFiles extends AhiqCommand {

    @Parameter(
            label = "Output folder",
            description = "folder for the images; made if need be",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(
            label = "Bits",
            description = "8: PNG files; 16: TIFF files",
            choices = {"8", "16"},
            attrs = @Attr(name = Input.VALUE, value = "N"),
            persist = false,
            required = false)
    private String bits = "8";

    @Parameter(label = "Seed", description = "of cells and noise", persist = false, required = false)
    private long seed = 1;

    @Parameter(label = "Files", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private File[] files;

    @Override
    public void run() {
        if (!bits.equals("8") && !bits.equals("16")) {
            throw new UsageException("bits=" + bits + ": expected 8 or 16.");
        }
        Folder.make(output.toPath());
        SampleField field = SampleField.simulate(seed);
        List<SampleImage> images = new ArrayList<>(List.of(field.reference()));
        for (Degradation degradation : Degradation.values()) {
            images.add(field.degraded(degradation));
        }
        files = images.stream().map(this::write).toArray(File[]::new);
    }

    private File write(SampleImage image) {
        Path file = output.toPath().resolve(image.name() + (bits.equals("8") ? ".png" : ".tif"));
        if (bits.equals("8")) {
            GreyFiles.writePng(file, image.toBytes(), image.width(), image.height());
        } else {
            GreyFiles.writeTiff(file, image.toShorts(), image.width(), image.height());
        }
        return file.toFile();
    }
}
