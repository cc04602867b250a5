/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

/** Adds something to what another presentation shows. */
abstract class AddedPresentation implements Presentation {

    private final Presentation shown;

    AddedPresentation(Presentation shown) {
        this.shown = shown;
    }

    @Override
    public void start() {
        shown.start();
    }

    @Override
    public void stop() {
        shown.stop();
    }

    /** That of the other one. */
    @Override
    public final String result() {
        return shown.result();
    }
}
