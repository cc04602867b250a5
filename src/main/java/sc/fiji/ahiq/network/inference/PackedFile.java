/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A file in a jar.
 *
 * @param size in bytes
 * @param crc checksum (CRC-32), or -1 where it is not in a jar
 */
record PackedFile(URL url, long size, long crc) {

    /** @throws IOException if there is no such file */
    static PackedFile of(ClassLoader loader, String name) throws IOException {
        URL url = loader.getResource(name);
        if (url == null) {
            throw new FileNotFoundException(name + " is in none of the jars");
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection packed) {
            try (JarFile jar = packed.getJarFile()) {
                JarEntry entry = jar.getJarEntry(packed.getEntryName());
                return new PackedFile(url, entry.getSize(), entry.getCrc());
            }
        }
        long size = connection.getContentLengthLong();
        connection.getInputStream().close();
        return new PackedFile(url, size, -1);
    }

    InputStream open() throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
