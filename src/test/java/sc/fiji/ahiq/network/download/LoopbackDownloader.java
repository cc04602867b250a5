/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.time.Duration;
import java.util.List;

/** For servers of tests on this machine, which have no certificates. */
public final class LoopbackDownloader {

    private LoopbackDownloader() {}

    public static Downloader create() {
        return new Downloader(new DownloadLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), List.of(), true));
    }
}
