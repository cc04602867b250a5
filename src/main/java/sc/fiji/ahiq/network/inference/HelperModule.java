/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.List;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.process.MessageWriter;

/** A module in a helper process. */
final class HelperModule implements RunningModule {

    private final ArchiveFile archive;
    private final HelperHeld held;

    /** @param archive kept, and deleted when this is closed */
    HelperModule(HelperEngine engine, ArchiveFile archive, DeviceChoice device) {
        this.archive = archive;
        this.held = new HelperHeld(engine, session -> load(session, archive, device));
    }

    private static long load(HelperEngine.Session session, ArchiveFile archive, DeviceChoice device) {
        MessageWriter call = EngineCall.LOAD.message();
        call.text(EngineCall.absolute(archive.path())).text(device.toString());
        return HelperEngine.callSimply(session, call, answer -> answer.number());
    }

    @Override
    public Encoded encode(String method, Pixels image, List<FeatureWindow> core) throws OutOfNativeMemoryException {
        HelperHeld.Place place = held.place();
        MessageWriter call = beginning(EngineCall.ENCODE, place, method);
        EngineCall.write(image, call);
        EngineCall.write(core, call);
        return HelperEngine.call(
                place.session(), call, answer -> new Encoded(place.session(), answer.number(), answer.number()));
    }

    @Override
    public List<FeatureOutput> compare(String method, Pixels image, SiameseNetwork.Encoded reference)
            throws OutOfNativeMemoryException {
        HelperHeld.Place place = held.place();
        MessageWriter call = beginning(EngineCall.COMPARE_IMAGE, place, method);
        EngineCall.write(image, call);
        call.number(number(reference, place));
        return HelperEngine.call(place.session(), call, EngineCall::readTensors);
    }

    @Override
    public List<FeatureOutput> compare(
            String method, SiameseNetwork.Encoded reference, SiameseNetwork.Encoded distorted)
            throws OutOfNativeMemoryException {
        HelperHeld.Place place = held.place();
        MessageWriter call = beginning(EngineCall.COMPARE_FEATURES, place, method);
        call.number(number(reference, place)).number(number(distorted, place));
        return HelperEngine.call(place.session(), call, EngineCall::readTensors);
    }

    private static MessageWriter beginning(EngineCall kind, HelperHeld.Place place, String method) {
        return kind.message().number(place.number()).text(method);
    }

    private static long number(SiameseNetwork.Encoded features, HelperHeld.Place place) {
        Encoded encoded = (Encoded) features;
        if (encoded.session != place.session()) {
            throw new EngineException("The helper process of the engine, "
                    + encoded.session.process().pid() + ", ended while it was used. Score again.");
        }
        return encoded.number;
    }

    @Override
    public void close() {
        held.close();
        archive.close();
    }

    /** Features in a helper process. */
    record Encoded(HelperEngine.Session session, long number, long sizeBytes) implements SiameseNetwork.Encoded {

        @Override
        public boolean isLost() {
            return !session.process().isAlive();
        }

        @Override
        public void close() {
            HelperEngine.free(session, number);
        }
    }
}
