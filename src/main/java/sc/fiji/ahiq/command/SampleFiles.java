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
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.DrawnImages;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/**
 * Writes the sample field of cells and bad pictures of it. Throws a {@link UsageException} if there is no such folder.
 */
@Plugin(
        type = Command.class,
        name = "sample",
        label = "AHIQ Sample Files...",
        description = "Makes images to try the program with.\n"
                + "A simulated field of fluorescent cells, reference, and bad pictures of it, denoised, noise, blur and"
                + " jpeg. Nothing is downloaded.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class SampleFiles extends AhiqCommand implements WritingCommand {

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

    @Parameter(
            label = "Drawn",
            description = "make N pages of text and diagrams and N phantoms of medical pictures instead, to train on",
            min = "0",
            attrs = @Attr(name = Input.VALUE, value = "N"),
            persist = false,
            required = false)
    private int drawn = 0;

    @Parameter(label = "Seed", description = "of cells and noise", persist = false, required = false)
    private long seed = 1;

    @Parameter(label = "Files", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private File[] files;

    @Override
    protected void execute() {
        if (!bits.equals("8") && !bits.equals("16")) {
            throw new UsageException("bits=" + bits + ": expected 8 or 16.");
        }
        if (drawn < 0) {
            throw new UsageException("drawn=" + drawn + ": expected 0 or more.");
        }
        Folder.make(output.toPath());
        files = drawn > 0 ? drawn() : field();
    }

    private File[] field() {
        SampleField field = SampleField.simulate(seed);
        List<SampleImage> images = new ArrayList<>(List.of(field.reference()));
        for (Degradation degradation : Degradation.values()) {
            images.add(field.degraded(degradation));
        }
        images.forEach(image -> outputs().require(file(image.name())));
        return images.stream().map(image -> write(image, file(image.name()))).toArray(File[]::new);
    }

    private File[] drawn() {
        for (int i = 1; i <= drawn; i++) {
            outputs().require(page(i));
            outputs().require(file("phantom" + i));
        }
        List<File> written = new ArrayList<>();
        for (int i = 1; i <= drawn; i++) {
            RgbFiles.writePng(page(i), DrawnImages.page(seed + i), SampleField.SIZE, SampleField.SIZE);
            written.add(page(i).toFile());
            written.add(write(DrawnImages.phantom(seed + i), file("phantom" + i)));
        }
        return written.toArray(File[]::new);
    }

    private Path page(int number) {
        return output.toPath().resolve("page" + number + ".png");
    }

    private Path file(String name) {
        return output.toPath().resolve(name + (bits.equals("8") ? ".png" : ".tif"));
    }

    private File write(SampleImage image, Path file) {
        if (bits.equals("8")) {
            GreyFiles.writePng(file, image.toBytes(), image.width(), image.height());
        } else {
            GreyFiles.writeTiff(file, image.toShorts(), image.width(), image.height());
        }
        return file.toFile();
    }
}
