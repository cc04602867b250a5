/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import sc.fiji.ahiq.base.process.MessageWriter;

/** A script in a helper process. */
final class HelperScript implements PairScript {

    private final Path file;
    private final HelperHeld held;

    HelperScript(HelperEngine engine, Path file, DeviceChoice device) {
        this.file = file;
        this.held = new HelperHeld(engine, session -> load(session, file, device));
    }

    private static long load(HelperEngine.Session session, Path file, DeviceChoice device) {
        MessageWriter call = EngineCall.SCRIPT.message();
        call.text(file.toString()).text(device.toString());
        return HelperEngine.callSimply(session, call, answer -> answer.number());
    }

    @Override
    public double score(float[] reference, float[] distorted, int width, int height) {
        HelperHeld.Place place = held.place();
        MessageWriter call = EngineCall.SCORE.message().number(place.number());
        call.number(width).number(height).floats(reference).floats(distorted);
        try {
            return HelperEngine.call(place.session(), call, answer -> answer.real());
        } catch (OutOfNativeMemoryException e) {
            throw TorchPairScript.tooLarge(file, width, height, e);
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
