/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** TorchScript files with a function of two images. */
public final class PairScripts {

    /** The mean absolute difference. */
    public static final String DIFFERENCE = "torch.mean(torch.abs(torch.sub(x, y)))";

    private PairScripts() {}

    /** A script that returns {@code expression} of the images x and y. */
    public static Path write(Path file, String expression) throws IOException {
        return write(file, "x: Tensor, y: Tensor", "Tensor", expression);
    }

    public static Path write(Path file, String arguments, String result, String expression) throws IOException {
        String source =
                """
                class Metric(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.test.metric.Metric, %s) -> %s:
                    return %s
                """
                        .formatted(arguments, result, expression);
        try (OutputStream out = Files.newOutputStream(file)) {
            new ScriptArchive("metric", new ScriptModule("test.metric.Metric"), Map.of("test/metric.py", source))
                    .write(out);
        }
        return file;
    }
}
