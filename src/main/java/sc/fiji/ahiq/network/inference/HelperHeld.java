/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.function.ToLongFunction;

/** Something that an engine in a helper process has loaded, and loads again if that process has ended. Thread safe. */
final class HelperHeld implements AutoCloseable {

    private final HelperEngine engine;
    private final ToLongFunction<HelperEngine.Session> loader;
    private Place place;

    /** Where it is. */
    record Place(HelperEngine.Session session, long number) {}

    /** @param loader gives its number */
    HelperHeld(HelperEngine engine, ToLongFunction<HelperEngine.Session> loader) {
        this.engine = engine;
        this.loader = loader;
        place();
    }

    synchronized Place place() {
        HelperEngine.Session now = engine.session();
        if (place == null || place.session() != now) {
            place = new Place(now, loader.applyAsLong(now));
        }
        return place;
    }

    @Override
    public synchronized void close() {
        HelperEngine.free(place.session(), place.number());
    }
}
