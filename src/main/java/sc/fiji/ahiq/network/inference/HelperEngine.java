/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.process.HelperLostException;
import sc.fiji.ahiq.base.process.HelperProcess;
import sc.fiji.ahiq.base.process.MalformedMessageException;
import sc.fiji.ahiq.base.process.MessageReader;
import sc.fiji.ahiq.base.process.MessageWriter;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/**
 * PyTorch in a helper process, which is started once for this process, and again if it should end. What was loaded into
 * one that has ended is loaded again when it is next used.
 */
final class HelperEngine implements ScoringEngine {

    /** Beginnings of the names of system properties that DJL and the libraries below it read. */
    private static final List<String> INHERITED = List.of(
            "ai.djl.", "DJL_", "ENGINE_CACHE_DIR", "PYTORCH_", "jna.", "java.io.tmpdir", "user.home", "org.slf4j.");

    /**
     * For the allocator of glibc, others ignore it: up to 256 MiB of freed memory are kept, as PyTorch allocates the
     * same again for each image. Giving it back each time takes tens of thousands of page faults for 512 x 512 pixels.
     */
    private static final Map<String, String> MEMORY_KEPT = Map.of(
            "MALLOC_ARENA_MAX", "1",
            "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
            "MALLOC_TRIM_THRESHOLD_", Integer.toString(256 << 20));

    private static final Logger LOGGER = LoggerFactory.getLogger(HelperEngine.class);

    private static HelperEngine started;

    private final EngineSettings settings;
    private final DeviceChoice firstDevice;
    private final String reason;
    private Session session;

    private HelperEngine(EngineSettings settings, DeviceChoice firstDevice, String reason) {
        this.settings = settings;
        this.firstDevice = firstDevice;
        this.reason = reason;
    }

    /** A process with an engine that has started. */
    record Session(HelperProcess process, EngineInfo info) {}

    /** Makes what is wanted of an answer. */
    @FunctionalInterface
    interface Answer<T> {
        T of(MessageReader answer) throws MalformedMessageException;
    }

    /**
     * @param reason for the helper process, for people
     * @throws EngineException if it or its engine cannot be started
     */
    static synchronized HelperEngine start(EngineSettings settings, DeviceChoice device, String reason) {
        HelperEngine engine = started == null ? new HelperEngine(settings, device, reason) : started;
        engine.session();
        started = engine;
        return engine;
    }

    /** That of the living process, which is started if need be. */
    synchronized Session session() {
        if (session == null || !session.process().isAlive()) {
            session = open();
        }
        return session;
    }

    private Session open() {
        try {
            HelperProcess process = HelperProcess.start(
                    EngineHelper.class, name -> INHERITED.stream().anyMatch(name::startsWith), MEMORY_KEPT);
            MessageWriter start = EngineCall.START.message();
            EngineCall.write(settings, start);
            start.text(firstDevice.toString());
            String place = "helper process " + process.pid() + ", " + reason;
            try {
                return new Session(process, answer(process, start, answer -> EngineCall.readInfo(answer, place)));
            } catch (RuntimeException | OutOfNativeMemoryException e) {
                process.end();
                throw e;
            }
        } catch (HelperLostException e) {
            throw new EngineException(
                    "A helper process for the engine was expected to start, but " + e.getMessage()
                            + ". Choose engine=internal (--engine internal), or mend what it complains of.",
                    e);
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException("The engine could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a call.
     *
     * @throws EngineException if the engine fails, or the process has ended; the next session is another one then
     */
    static <T> T call(Session session, MessageWriter message, Answer<T> wanted) throws OutOfNativeMemoryException {
        try {
            return answer(session.process(), message, wanted);
        } catch (HelperLostException e) {
            throw new EngineException(
                    "The helper process of the engine, " + session.process().pid()
                            + ", ended before it had answered: " + e.getMessage()
                            + ". Score again: that starts a new one. If it ends again, memory may not suffice: close"
                            + " other programs.",
                    e);
        }
    }

    private static <T> T answer(HelperProcess process, MessageWriter message, Answer<T> wanted)
            throws HelperLostException, OutOfNativeMemoryException {
        MessageReader answer = process.call(message);
        try {
            EngineFailure.check(answer);
            T result = wanted.of(answer);
            answer.end();
            return result;
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("The helper process of the engine answered what makes no sense", e);
        }
    }

    /** For calls that need no memory of the device to speak of. */
    static <T> T callSimply(Session session, MessageWriter message, Answer<T> wanted) {
        try {
            return call(session, message, wanted);
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException("Memory does not suffice: " + e.getMessage(), e);
        }
    }

    /** Lets go of what has a number. */
    static void free(Session session, long number) {
        try {
            answer(session.process(), EngineCall.FREE.message().number(number), answer -> null);
        } catch (HelperLostException e) {
            LOGGER.debug("It went with its process", e);
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException("Memory does not suffice: " + e.getMessage(), e);
        }
    }

    @Override
    public DeviceFacts device(DeviceChoice choice) {
        return callSimply(session(), EngineCall.DEVICE.message().text(choice.toString()), EngineCall::readFacts);
    }

    @Override
    public RunningModule load(ScriptArchive archive, DeviceChoice device) {
        ArchiveFile file = ArchiveFile.write(archive);
        try {
            return new HelperModule(this, file, device);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public PairScript script(Path file, DeviceChoice device) {
        return new HelperScript(this, file, device);
    }

    @Override
    public EngineInfo info() {
        return session().info();
    }

    @Override
    public String toString() {
        return info().engine() + " in a helper process";
    }
}
