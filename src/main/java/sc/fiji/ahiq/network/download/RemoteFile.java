/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.net.URI;
import java.util.OptionalLong;

/**
 * A file to download.
 *
 * @param uri where it is
 * @param name of the local file
 * @param bytes its size; empty if unknown
 * @param sha256 the first digits of its hash, or all of them; empty if unknown
 */
public record RemoteFile(URI uri, String name, OptionalLong bytes, String sha256) {}
