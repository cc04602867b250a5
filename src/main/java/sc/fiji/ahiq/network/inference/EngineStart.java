/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.EngineException;

/** Chooses where the engine runs. */
final class EngineStart {

    private EngineStart() {}

    static ScoringEngine of(EngineSettings settings, DeviceChoice device) {
        return switch (settings.place()) {
            case INTERNAL -> internal(settings, device);
            case PROCESS -> HelperEngine.start(settings, device, "as asked for");
            case AUTO -> auto(settings, device);
        };
    }

    private static ScoringEngine internal(EngineSettings settings, DeviceChoice device) {
        return new InternalEngine(TorchEngine.start(settings, device));
    }

    private static synchronized ScoringEngine auto(EngineSettings settings, DeviceChoice device) {
        if (TorchEngine.isStarted()) {
            return internal(settings, device);
        }
        Optional<Path> other = OtherTorch.loaded();
        if (other.isPresent()) {
            return HelperEngine.start(settings, device, "because this process has another PyTorch, " + other.get());
        }
        try {
            return internal(settings, device);
        } catch (EngineException e) {
            if (!isLinkage(e)) {
                throw e;
            }
            return instead(settings, device, e);
        }
    }

    private static boolean isLinkage(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(LinkageError.class::isInstance);
    }

    /** Where no other PyTorch can be found, it may be one all the same; or the libraries do not suit the machine. */
    private static ScoringEngine instead(EngineSettings settings, DeviceChoice device, EngineException failure) {
        try {
            return HelperEngine.start(settings, device, "because it cannot be linked into this process");
        } catch (EngineException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
