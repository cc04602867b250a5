/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.time.Duration;
import java.util.List;

/**
 * How patient a download is.
 *
 * @param connect to a server
 * @param stall without a byte
 * @param pauses before the second try, the third, and so on
 * @param plainLoopback whether plain HTTP is allowed to this machine
 */
record DownloadLimits(Duration connect, Duration stall, List<Duration> pauses, boolean plainLoopback) {

    static final DownloadLimits USUAL = new DownloadLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(8)),
            false);

    int tries() {
        return pauses.size() + 1;
    }
}
