/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.ahiq.base.process.MalformedMessageException;
import sc.fiji.ahiq.base.process.MessageReader;
import sc.fiji.ahiq.base.process.MessageWriter;

/**
 * What an engine in a helper process is asked for, and how the values of calls and answers are written. Things that it
 * holds have numbers.
 */
enum EngineCall {
    /** Settings and device; gives an {@link EngineInfo}. */
    START,
    /** A device; gives {@link DeviceFacts}. */
    DEVICE,
    /** An archive and a device; gives the number of a module. */
    LOAD,
    /** A script and a device; gives the number of a script. */
    SCRIPT,
    /** A module, its method, an image, windows; gives the number of features and their size in bytes. */
    ENCODE,
    /** A module, its method, an image, features; gives tensors. */
    COMPARE_IMAGE,
    /** A module, its method, features, features; gives tensors. */
    COMPARE_FEATURES,
    /** A script, the width, the height, two images; gives a real. */
    SCORE,
    /** Whatever has a number; gives nothing. */
    FREE;

    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_TENSORS = 1024;

    /** The beginning of a call. */
    MessageWriter message() {
        return new MessageWriter().number(ordinal());
    }

    static EngineCall read(MessageReader in) throws MalformedMessageException {
        return values()[in.number(0, values().length - 1)];
    }

    static void write(EngineSettings settings, MessageWriter out) {
        out.text(settings.cacheFolder().map(EngineCall::absolute).orElse(""));
        out.number(settings.threads().orElse(0));
        out.number(settings.downloadAllowed() ? 1 : 0);
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    /** Always in the process that reads them. */
    static EngineSettings readSettings(MessageReader in) throws MalformedMessageException {
        String cache = in.text();
        int threads = in.number(0, Integer.MAX_VALUE);
        return new EngineSettings(
                cache.isEmpty() ? Optional.empty() : Optional.of(Path.of(cache)),
                threads == 0 ? OptionalInt.empty() : OptionalInt.of(threads),
                in.number(0, 1) == 1,
                EnginePlace.INTERNAL);
    }

    static void write(EngineInfo info, MessageWriter out) {
        out.text(info.engine())
                .text(info.library().toString())
                .text(info.cacheFolder().toString())
                .text(String.join(" ", info.devices()))
                .text(info.cuda());
    }

    static EngineInfo readInfo(MessageReader in, String place) throws MalformedMessageException {
        return new EngineInfo(
                in.text(),
                Path.of(in.text()),
                Path.of(in.text()),
                List.of(in.text().split(" ")),
                in.text(),
                place);
    }

    static void write(DeviceFacts facts, MessageWriter out) {
        out.text(facts.name()).number(facts.isGpu() ? 1 : 0).number(facts.memoryBytes());
    }

    static DeviceFacts readFacts(MessageReader in) throws MalformedMessageException {
        return new DeviceFacts(in.text(), in.number(0, 1) == 1, in.number());
    }

    static void write(Pixels pixels, MessageWriter out) {
        out.number(pixels.count())
                .number(pixels.height())
                .number(pixels.width())
                .floats(pixels.values());
    }

    static Pixels readPixels(MessageReader in) throws MalformedMessageException {
        int count = in.number(1, Integer.MAX_VALUE);
        int height = in.number(1, Integer.MAX_VALUE);
        int width = in.number(1, Integer.MAX_VALUE);
        return new Pixels(in.floats(count, Pixels.CHANNELS, height, width), count, height, width);
    }

    static void write(List<FeatureWindow> windows, MessageWriter out) {
        out.number(windows.size());
        for (FeatureWindow window : windows) {
            out.number(window.top())
                    .number(window.left())
                    .number(window.height())
                    .number(window.width());
        }
    }

    static List<FeatureWindow> readWindows(MessageReader in) throws MalformedMessageException {
        int count = in.number(0, MOST_TENSORS);
        List<FeatureWindow> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(new FeatureWindow(size(in), size(in), size(in), size(in)));
        }
        return windows;
    }

    private static int size(MessageReader in) throws MalformedMessageException {
        return in.number(0, Integer.MAX_VALUE);
    }

    static void writeTensors(List<FeatureOutput> tensors, MessageWriter out) {
        out.number(tensors.size());
        for (FeatureOutput tensor : tensors) {
            out.number(tensor.shape().length);
            for (long length : tensor.shape()) {
                out.number(length);
            }
            out.floats(tensor.values());
        }
    }

    static List<FeatureOutput> readTensors(MessageReader in) throws MalformedMessageException {
        int count = in.number(0, MOST_TENSORS);
        List<FeatureOutput> tensors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long[] shape = new long[in.number(0, MOST_DIMENSIONS)];
            for (int k = 0; k < shape.length; k++) {
                shape[k] = size(in);
            }
            tensors.add(new FeatureOutput(in.floats(shape), shape));
        }
        return tensors;
    }
}
