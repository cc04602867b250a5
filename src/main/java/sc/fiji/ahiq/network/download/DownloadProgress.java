/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

/** Is told how far a download has come, on the thread that downloads; may throw to stop it, after which it can be resumed. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * More has arrived.
     *
     * @param doneBytes of the file so far, with those of earlier attempts
     * @param totalBytes of the whole file, or -1 if unknown
     */
    void update(RemoteFile file, long doneBytes, long totalBytes);
}
