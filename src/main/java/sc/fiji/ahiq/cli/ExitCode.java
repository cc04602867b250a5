/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;

/** Exit codes of the command line; a contract with scripts. */
final class ExitCode {

    static final int OK = 0;
    /** A defect of the program, or results that could not be written. */
    static final int FAILURE = 1;

    static final int USAGE = 2;
    static final int PAIRS_FAILED = 3;
    static final int MODEL_OR_ENGINE = 4;
    static final int CANCELLED = 130;

    private ExitCode() {}

    static int of(AhiqException e) {
        if (e instanceof UsageException || e instanceof DatasetException) {
            return USAGE;
        }
        if (e instanceof ImageException) {
            return PAIRS_FAILED;
        }
        if (e instanceof ResultsException) {
            return FAILURE;
        }
        return e instanceof CancelledException ? CANCELLED : MODEL_OR_ENGINE;
    }
}
