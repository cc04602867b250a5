/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with an input, all of it, for one message that names the first few. Not thread safe. */
public final class Problems {

    private static final int MAX_NAMED = 8;

    private final List<String> problems = new ArrayList<>();

    /** @param problem part of a sentence without text out of a file, unless that is {@link Printable} */
    public void add(String problem) {
        problems.add(problem);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The first eight and the number of the others. */
    @Override
    public String toString() {
        int others = problems.size() - MAX_NAMED;
        return others <= 0
                ? String.join("; ", problems)
                : String.join("; ", problems.subList(0, MAX_NAMED)) + "; and " + others + " more";
    }
}
