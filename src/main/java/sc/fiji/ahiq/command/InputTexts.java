/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;

/** What the texts of inputs mean that several commands have; errors name the key. */
final class InputTexts {

    private InputTexts() {}

    /** @throws UsageException of {@code parse}, with key and text before its message */
    static <T> T checked(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (UsageException e) {
            throw new UsageException(key + "=" + text + ": " + e.getMessage(), e);
        }
    }

    /** @param cache folder where native libraries are unpacked; null for that of the environment */
    static EngineSettings settings(File cache) {
        return cache == null ? EngineSettings.ofEnvironment() : new EngineSettings(Optional.of(cache.toPath()), false);
    }

    /**
     * How the engine computes.
     *
     * @param batch 0: by the memory of the device
     * @throws UsageException naming the key of the value that is none
     */
    static InferenceOptions inference(String device, String precision, int batch, EngineSettings settings) {
        if (batch < 0) {
            throw new UsageException("batch=" + batch + ": expected 0 or more.");
        }
        return new InferenceOptions(
                checked("device", device, DeviceChoice::parse),
                checked("precision", precision, Precision::parse),
                batch == 0 ? OptionalInt.empty() : OptionalInt.of(batch),
                settings);
    }
}
