/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EnginePlace;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;

/** The inputs of commands that run the network: how the engine computes. */
abstract class EngineInputs extends StoreInputs {

    @Parameter(
            label = "Device",
            description = "auto: the first GPU, or else the CPU; cpu, gpu, or gpu and a number",
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "DEVICE")},
            persist = false,
            required = false)
    private String device = "auto";

    @Parameter(
            label = "Precision",
            description = "mixed: half precision, GPU only",
            choices = {"float32", "mixed"},
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "P")},
            persist = false,
            required = false)
    private String precision = "float32";

    @Parameter(
            label = "Batch",
            description = "crop pairs per call of the engine; 0: by the memory of the device",
            min = "0",
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private int batch = 0;

    @Parameter(
            label = "Engine",
            description =
                    "internal: PyTorch in this program; process: in a helper process, the same scores; auto: internal,"
                            + " unless something else has loaded another PyTorch",
            choices = {"auto", "internal", "process"},
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "PLACE")},
            persist = false,
            required = false)
    private String engine = "auto";

    @Parameter(
            label = "Cache folder",
            description = "where native libraries of about 400 MB are unpacked, in place of $AHIQ_CACHE or ~/.djl.ai",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private File cache;

    @Parameter(
            label = "Allow download",
            description =
                    "if there is a GPU, let DJL fetch the CUDA build of PyTorch, about 3 GB, into the cache folder",
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private boolean allow_download = false;

    /** @throws UsageException naming the key of the value that is none */
    final InferenceOptions inference() {
        if (batch < 0) {
            throw new UsageException("batch=" + batch + ": expected 0 or more.");
        }
        Optional<Path> folder =
                cache == null ? EngineSettings.ofEnvironment().cacheFolder() : Optional.of(cache.toPath());
        return new InferenceOptions(
                InputTexts.checked("device", device, DeviceChoice::parse),
                InputTexts.checked("precision", precision, Precision::parse),
                batch == 0 ? OptionalInt.empty() : OptionalInt.of(batch),
                new EngineSettings(folder, allow_download)
                        .withPlace(InputTexts.checked("engine", engine, EnginePlace::parse)));
    }
}
