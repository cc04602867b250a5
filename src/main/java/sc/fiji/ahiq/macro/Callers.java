/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.util.List;

/** Who called a method; ImageJ's classes do not tell otherwise why they print something. */
final class Callers {

    private static final int COUNT = 2;

    private Callers() {}

    /** Class and method names, joined by a dot, of the caller of the method that asks, and of that one's caller. */
    static List<String> ofThisMethod() {
        return StackWalker.getInstance().walk(frames -> frames.skip(2)
                .limit(COUNT)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList());
    }
}
