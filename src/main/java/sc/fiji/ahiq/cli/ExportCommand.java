/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** {@code ahiq export}. */
@Command(
        name = "export",
        description = {
            "Writes a model as a TorchScript archive for torch.jit.load in Python and C++.",
            "forward(reference, distorted) takes two float32 tensors (batch, 3, crop, crop), RGB, (v / 255 - mean) / std,",
            "with crop, mean and std of 'ahiq models show': 224, 0.5 and 0.5 for the published network, 128, 0.5 and 0.5",
            "for AHIQ-S; and returns score (batch), patch scores and patch weights (batch, grid, grid)."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ModelOption model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "archive to write, usually *.pt")
    private Path output;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "float32",
            description = "float32, or mixed: half precision for GPUs (default: ${DEFAULT-VALUE})")
    private String precision;

    @Option(names = "--force", description = "replace the file if it exists")
    private boolean force;

    @Override
    public Integer call() {
        Precision chosen = Precision.parse(precision);
        if (!force && Files.exists(output)) {
            throw new UsageException(output + " exists. Choose another name, or replace it with --force.");
        }
        try (ModelFolder folder = model.open()) {
            ScriptArchive archive = chosen == Precision.MIXED ? folder.halfPrecisionArchive() : folder.archive();
            OutputFile.write(output, "archive", archive::write);
        }
        return ExitCode.OK;
    }
}
