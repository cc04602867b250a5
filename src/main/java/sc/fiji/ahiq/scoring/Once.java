/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import sc.fiji.ahiq.base.error.ImageException;

/** Something that is made when it is first asked for, and why it cannot be made, if so. Thread safe. */
final class Once<T> {

    private final Supplier<T> maker;
    private T made;
    private ImageException failure;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made == null && failure == null) {
            try {
                made = maker.get();
            } catch (ImageException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return made;
    }

    synchronized void ifPresent(Consumer<T> use) {
        if (made != null) {
            use.accept(made);
        }
    }
}
