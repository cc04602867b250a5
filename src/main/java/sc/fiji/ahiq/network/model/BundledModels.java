/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.io.IoReason;

/** The folder of the models that come with the program: of its jar, or of its classes. */
final class BundledModels {

    private static final String CARD = "official/" + OfficialModels.NAMES.get(0) + ".yaml";

    private static Optional<Path> located;

    private BundledModels() {}

    /**
     * Lies in a file system that stays open; empty if the program is neither in a jar that this Java can open nor in a
     * folder.
     */
    static synchronized Optional<Path> folder() {
        if (located == null) {
            located = locate(BundledModels.class.getResource(CARD));
        }
        return located;
    }

    /** @param card a file in the folder; null if there is none */
    static Optional<Path> locate(URL card) {
        if (card == null) {
            return Optional.empty();
        }
        try {
            return switch (card.getProtocol()) {
                case "file" -> Optional.of(Path.of(card.toURI()).getParent());
                case "jar" -> Optional.of(inJar(card).getParent());
                default -> Optional.empty();
            };
        } catch (ProviderNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ModelException("Cannot read the program's own file " + card + ": " + IoReason.of(e), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path inJar(URL card) throws IOException, URISyntaxException {
        JarURLConnection connection = (JarURLConnection) card.openConnection();
        Path jar = Path.of(connection.getJarFileURL().toURI());
        FileSystem files = FileSystems.newFileSystem(jar, (ClassLoader) null);
        return files.getPath("/").resolve(connection.getEntryName());
    }
}
