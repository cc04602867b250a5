/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/**
 * Keeps what DJL tells of every start out of the log: in the ways of slf4j-simple, which reads properties, and of
 * loggers with levels, such as logback in Fiji, whose classes need not be there.
 */
final class EngineLog {

    private static final String NAME = "ai.djl";
    private static final String SIMPLE = "org.slf4j.simpleLogger.";

    private EngineLog() {}

    /** To be called before DJL logs; whoever has chosen a level by slf4j-simple's properties keeps it. */
    static void quiet() {
        if (System.getProperty(SIMPLE + "defaultLogLevel") == null
                && System.getProperty(SIMPLE + "log." + NAME) == null) {
            System.setProperty(SIMPLE + "log." + NAME, "warn");
        }
        quiet(LoggerFactory.getLogger(NAME));
    }

    /** Lets warnings pass, if the logger has a {@code setLevel} whose type has a constant {@code WARN}. */
    static void quiet(Object logger) {
        Arrays.stream(logger.getClass().getMethods())
                .filter(method -> method.getName().equals("setLevel") && method.getParameterCount() == 1)
                .findFirst()
                .ifPresent(method -> setToWarn(logger, method));
    }

    private static void setToWarn(Object logger, Method setLevel) {
        try {
            setLevel.invoke(
                    logger, setLevel.getParameterTypes()[0].getField("WARN").get(null));
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(EngineLog.class).debug("DJL's log keeps its level", e);
        }
    }
}
