/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import sc.fiji.ahiq.network.download.DownloadProgress;
import sc.fiji.ahiq.network.download.RemoteFile;

/** A line on standard error that tells how far a download has come, if that is a terminal; stops it when the user wants. */
final class DownloadLine implements DownloadProgress {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final int MEGABYTE = 1_000_000;

    private final Cancellation cancellation;
    private final PrintWriter err;
    private long shownMegabytes = -1;

    DownloadLine(Cancellation cancellation, PrintWriter err) {
        this.cancellation = cancellation;
        this.err = err;
    }

    @Override
    public void update(RemoteFile file, long doneBytes, long totalBytes) {
        cancellation.check();
        long megabytes = doneBytes / MEGABYTE;
        if (TerminalProgress.isTerminal() && megabytes != shownMegabytes) {
            String total = totalBytes < 0 ? "" : " of " + totalBytes / MEGABYTE;
            err.print(CLEAR_LINE + file.name() + ": " + megabytes + total + " MB");
            err.flush();
            shownMegabytes = megabytes;
        }
    }

    void fileDone(String name) {
        if (shownMegabytes >= 0) {
            err.print(CLEAR_LINE);
            shownMegabytes = -1;
        }
        err.println(name + ": complete");
    }
}
