/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.ahiq.base.process.HelperLoop;
import sc.fiji.ahiq.base.process.MalformedMessageException;
import sc.fiji.ahiq.base.process.MessageReader;
import sc.fiji.ahiq.base.process.MessageWriter;
import sc.fiji.ahiq.base.process.NoRoomException;

/** The program of a helper process: answers the calls of a {@link HelperEngine} by an engine of its own. */
final class EngineHelper implements HelperLoop.Handler {

    private final Map<Long, AutoCloseable> held = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final Set<Path> archives = ConcurrentHashMap.newKeySet();
    private volatile InternalEngine engine;

    private EngineHelper() {}

    public static void main(String[] arguments) {
        HelperLoop.run(arguments, new EngineHelper());
    }

    /** Deletes archives, for which the other process may have had no time. */
    @Override
    public void end() {
        for (Path archive : archives) {
            try {
                Files.deleteIfExists(archive);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public MessageWriter refuse(NoRoomException reason) {
        return EngineFailure.of(reason);
    }

    @Override
    public MessageWriter answer(MessageReader call) throws MalformedMessageException {
        EngineCall kind = EngineCall.read(call);
        try {
            return switch (kind) {
                case START -> start(call);
                case DEVICE -> device(call);
                case LOAD -> load(call);
                case SCRIPT -> script(call);
                case ENCODE -> encode(call);
                case COMPARE_IMAGE -> compareImage(call);
                case COMPARE_FEATURES -> compareFeatures(call);
                case SCORE -> score(call);
                case FREE -> free(call);
            };
        } catch (MalformedMessageException e) {
            throw e;
        } catch (Exception | OutOfMemoryError e) {
            return EngineFailure.of(e);
        }
    }

    private synchronized MessageWriter start(MessageReader call) throws MalformedMessageException {
        EngineSettings settings = EngineCall.readSettings(call);
        DeviceChoice device = readDevice(call);
        call.end();
        engine = new InternalEngine(TorchEngine.start(settings, device));
        MessageWriter answer = EngineFailure.none();
        EngineCall.write(engine.info(), answer);
        return answer;
    }

    private static DeviceChoice readDevice(MessageReader call) throws MalformedMessageException {
        return DeviceChoice.parse(call.text());
    }

    private MessageWriter device(MessageReader call) throws MalformedMessageException {
        DeviceChoice device = readDevice(call);
        call.end();
        MessageWriter answer = EngineFailure.none();
        EngineCall.write(engine.device(device), answer);
        return answer;
    }

    private MessageWriter load(MessageReader call) throws MalformedMessageException {
        Path archive = Path.of(call.text());
        DeviceChoice device = readDevice(call);
        call.end();
        archives.add(archive);
        return EngineFailure.none().number(hold(engine.load(archive, device)));
    }

    private MessageWriter script(MessageReader call) throws MalformedMessageException {
        Path file = Path.of(call.text());
        DeviceChoice device = readDevice(call);
        call.end();
        return EngineFailure.none().number(hold(engine.script(file, device)));
    }

    private MessageWriter encode(MessageReader call) throws MalformedMessageException, OutOfNativeMemoryException {
        RunningModule module = held(call, RunningModule.class);
        String method = call.text();
        Pixels image = EngineCall.readPixels(call);
        var windows = EngineCall.readWindows(call);
        call.end();
        SiameseNetwork.Encoded features = module.encode(method, image, windows);
        return EngineFailure.none().number(hold(features)).number(features.sizeBytes());
    }

    private MessageWriter compareImage(MessageReader call)
            throws MalformedMessageException, OutOfNativeMemoryException {
        RunningModule module = held(call, RunningModule.class);
        String method = call.text();
        Pixels image = EngineCall.readPixels(call);
        SiameseNetwork.Encoded reference = held(call, SiameseNetwork.Encoded.class);
        call.end();
        MessageWriter answer = EngineFailure.none();
        EngineCall.writeTensors(module.compare(method, image, reference), answer);
        return answer;
    }

    private MessageWriter compareFeatures(MessageReader call)
            throws MalformedMessageException, OutOfNativeMemoryException {
        RunningModule module = held(call, RunningModule.class);
        String method = call.text();
        SiameseNetwork.Encoded reference = held(call, SiameseNetwork.Encoded.class);
        SiameseNetwork.Encoded distorted = held(call, SiameseNetwork.Encoded.class);
        call.end();
        MessageWriter answer = EngineFailure.none();
        EngineCall.writeTensors(module.compare(method, reference, distorted), answer);
        return answer;
    }

    private MessageWriter score(MessageReader call) throws MalformedMessageException {
        PairScript script = held(call, PairScript.class);
        int width = call.number(1, Integer.MAX_VALUE);
        int height = call.number(1, Integer.MAX_VALUE);
        float[] reference = call.floats(Pixels.CHANNELS, height, width);
        float[] distorted = call.floats(Pixels.CHANNELS, height, width);
        call.end();
        return EngineFailure.none().real(script.score(reference, distorted, width, height));
    }

    private MessageWriter free(MessageReader call) throws Exception {
        AutoCloseable thing = held.remove(call.number());
        call.end();
        if (thing != null) {
            thing.close();
        }
        return EngineFailure.none();
    }

    private long hold(AutoCloseable thing) {
        long number = lastNumber.incrementAndGet();
        held.put(number, thing);
        return number;
    }

    private <T> T held(MessageReader call, Class<T> type) throws MalformedMessageException {
        return type.cast(held.get(call.number()));
    }
}
