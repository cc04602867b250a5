/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * Makes ImageJ know the commands of the plugins on the class path. It reads them from the file {@code plugins.config}
 * of jars in its plugins folder, so it gets a temporary folder with jars of that one file; the classes come from the
 * class path.
 */
final class PluginCommands {

    private static final String PLUGINS_DIR = "plugins.dir";
    private static final String CONFIG = "plugins.config";

    private PluginCommands() {}

    /** To be called before ImageJ starts; does nothing if the user named a plugins folder. */
    static void offer() {
        if (System.getProperty(PLUGINS_DIR) != null) {
            return;
        }
        try {
            Path home = forgottenAtExit(Files.createTempDirectory("ahiq-macro"));
            Path plugins = forgottenAtExit(Files.createDirectory(home.resolve("plugins")));
            List<URL> configs =
                    Collections.list(PluginCommands.class.getClassLoader().getResources(CONFIG));
            for (int i = 0; i < configs.size(); i++) {
                // ImageJ looks only into jars with an underscore in their names.
                writeJar(forgottenAtExit(plugins.resolve("commands_" + i + ".jar")), configs.get(i));
            }
            System.setProperty(PLUGINS_DIR, home.toString());
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": " + IoReason.of(e)
                            + ". -Djava.io.tmpdir=... names another one.",
                    e);
        }
    }

    /** Folders first: what was registered last is deleted first. */
    private static Path forgottenAtExit(Path path) {
        path.toFile().deleteOnExit();
        return path;
    }

    private static void writeJar(Path jar, URL config) throws IOException {
        try (InputStream in = config.openStream();
                OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(CONFIG));
            in.transferTo(zip);
            zip.closeEntry();
        }
    }
}
