/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.PrintWriter;
import java.io.StringWriter;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.process.MalformedMessageException;
import sc.fiji.ahiq.base.process.MessageReader;
import sc.fiji.ahiq.base.process.MessageWriter;
import sc.fiji.ahiq.base.process.NoRoomException;

/** How an answer of an engine in a helper process begins: it went well, or something is to be thrown. */
enum EngineFailure {
    NONE,
    MEMORY,
    ENGINE,
    IMAGE,
    MODEL,
    USAGE,
    DEFECT;

    /** The beginning of an answer that something is to follow. */
    static MessageWriter none() {
        return new MessageWriter().number(NONE.ordinal());
    }

    /** The answer of a call that threw something. */
    static MessageWriter of(Throwable e) {
        EngineFailure kind = kind(e);
        return new MessageWriter()
                .number(kind.ordinal())
                .text(kind == DEFECT ? stackTrace(e) : String.valueOf(e.getMessage()));
    }

    private static EngineFailure kind(Throwable e) {
        if (e instanceof OutOfNativeMemoryException || e instanceof OutOfMemoryError || e instanceof NoRoomException) {
            return MEMORY;
        }
        if (e instanceof EngineException) {
            return ENGINE;
        }
        if (e instanceof ImageException) {
            return IMAGE;
        }
        if (e instanceof ModelException) {
            return MODEL;
        }
        return e instanceof UsageException ? USAGE : DEFECT;
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** Throws what an answer tells to throw. */
    static void check(MessageReader answer) throws MalformedMessageException, OutOfNativeMemoryException {
        EngineFailure kind = values()[answer.number(0, values().length - 1)];
        if (kind == NONE) {
            return;
        }
        String message = answer.text();
        answer.end();
        switch (kind) {
            case MEMORY -> throw new OutOfNativeMemoryException(new EngineException(message));
            case ENGINE -> throw new EngineException(message);
            case IMAGE -> throw new ImageException(message);
            case MODEL -> throw new ModelException(message);
            case USAGE -> throw new UsageException(message);
            default -> throw new IllegalStateException("The helper process of the engine failed: " + message);
        }
    }
}
