/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/** {@code ahiq sample}. */
@Command(
        name = "sample",
        description = {
            "Makes images to try the program with.",
            "A simulated field of fluorescent cells, reference, and bad pictures of it, denoised, noise, blur and jpeg. Nothing is"
                    + " downloaded. Files of the same names are replaced."
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "folder for the images; made if need be")
    private Path output;

    @Option(
            names = "--bits",
            paramLabel = "N",
            defaultValue = "8",
            description = "8: PNG files; 16: TIFF files (default: ${DEFAULT-VALUE})")
    private int bits;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of cells and noise (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() {
        if (bits != 8 && bits != 16) {
            throw new UsageException("--bits is " + bits + ": expected 8 or 16.");
        }
        Folder.make(output);
        SampleField field = SampleField.simulate(seed);
        write(field.reference());
        for (Degradation degradation : Degradation.values()) {
            write(field.degraded(degradation));
        }
        return ExitCode.OK;
    }

    private void write(SampleImage image) {
        Path file = output.resolve(image.name() + (bits == 8 ? ".png" : ".tif"));
        if (bits == 8) {
            GreyFiles.writePng(file, image.toBytes(), image.width(), image.height());
        } else {
            GreyFiles.writeTiff(file, image.toShorts(), image.width(), image.height());
        }
        spec.commandLine().getOut().println(file);
    }
}
