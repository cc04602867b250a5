/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software. Thread safe. */
public final class Version {

    private static final String VERSION = read();

    private Version() {}

    /** As in the name of the jar, for example {@code 1.2.3} or {@code 1.2.3-SNAPSHOT}. */
    public static String get() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("ahiq.properties")) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read ahiq.properties from the jar", e);
        }
        return properties.getProperty("version");
    }
}
