/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import sc.fiji.ahiq.network.inference.DifferenceNetwork;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.OpenNetwork;
import sc.fiji.ahiq.network.learned.LearnedModel;
import sc.fiji.ahiq.network.model.ModelFolder;

/**
 * Models on the engine, which hold native memory: each is opened once for all who use it, and the latest that nobody
 * uses stay open for the next one. Closing it frees those that nobody uses; it can be used again. Thread safe.
 */
public final class OpenModels implements AutoCloseable {

    private final int kept;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** @param kept how many models that nobody uses stay open, at least 0 */
    public OpenModels(int kept) {
        this.kept = kept;
    }

    /** The use of a model, which ends when it is closed. */
    public interface Lease<M> extends AutoCloseable {

        M model();

        @Override
        void close();
    }

    /** What makes a network another one: a model folder that was written anew is another model. */
    private record Key(Path folder, FileTime cardWritten, InferenceOptions options) {

        static Key of(Path folder, InferenceOptions options) {
            Path absolute = folder.toAbsolutePath().normalize();
            return new Key(absolute, cardWritten(absolute), options);
        }

        private static FileTime cardWritten(Path folder) {
            try {
                return Files.getLastModifiedTime(folder.resolve("model.yaml"));
            } catch (IOException e) {
                return FileTime.fromMillis(0); // opening the folder will tell why
            }
        }
    }

    private static final class Entry {

        private final Object model;
        private int users;

        Entry(Object model) {
            this.model = model;
        }
    }

    /**
     * Opens a model unless it is open; that takes seconds.
     *
     * @throws sc.fiji.ahiq.base.error.ModelException if the model cannot be read
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails or the device is not there
     */
    public Lease<OpenModel> lease(Path folder, InferenceOptions options) {
        return lease(OpenModel.class, Key.of(folder, options), () -> open(folder, options));
    }

    /** The same for the model of another metric. */
    public Lease<LearnedModel> leaseMetric(Path folder, InferenceOptions options) {
        return lease(LearnedModel.class, Key.of(folder, options), () -> LearnedModel.open(folder, options));
    }

    private synchronized <M> Lease<M> lease(Class<M> type, Key key, Supplier<M> opener) {
        Entry known = entries.get(key);
        if (known == null) {
            closeUnused(Math.max(0, kept - 1));
            known = new Entry(opener.get());
            entries.put(key, known);
        }
        known.users++;
        return new Use<>(known, type.cast(known.model));
    }

    private static OpenModel open(Path folder, InferenceOptions options) {
        try (ModelFolder model = ModelFolder.open(folder)) {
            return new OpenModel(model.card(), model.weightsSha256(), network(model, options), options);
        }
    }

    private static OpenNetwork network(ModelFolder model, InferenceOptions options) {
        return DifferenceNetwork.suits(model) ? DifferenceNetwork.open(model, options) : Network.open(model, options);
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
        closeUnused(kept);
    }

    /** Those that were used longest ago go first. */
    private void closeUnused(int most) {
        long unused =
                entries.values().stream().filter(entry -> entry.users == 0).count();
        Iterator<Entry> eldestFirst = entries.values().iterator();
        while (unused > most) {
            Entry eldest = eldestFirst.next();
            if (eldest.users == 0) {
                eldestFirst.remove();
                close(eldest);
                unused--;
            }
        }
    }

    private static void close(Entry entry) {
        if (entry.model instanceof LearnedModel metric) {
            metric.close();
        } else {
            ((OpenModel) entry.model).network().close();
        }
    }

    @Override
    public synchronized void close() {
        closeUnused(0);
    }

    private final class Use<M> implements Lease<M> {

        private final Entry entry;
        private final M model;
        private boolean ended;

        Use(Entry entry, M model) {
            this.entry = entry;
            this.model = model;
        }

        @Override
        public M model() {
            return model;
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                giveBack(entry);
            }
        }
    }
}
