/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.model.ModelFolder;

/** A network and what tables say of it. */
record OpenModel(String name, String weightsSha256, Network network) {

    static OpenModel open(Key key) {
        try (ModelFolder folder = ModelFolder.open(key.folder)) {
            return new OpenModel(folder.card().name(), folder.weightsSha256(), Network.open(folder, key.options));
        }
    }

    /** What makes a network another one: a model folder that was written anew is another model. */
    record Key(Path folder, FileTime cardWritten, InferenceOptions options) {

        static Key of(Path folder, InferenceOptions options) {
            Path absolute = folder.toAbsolutePath().normalize();
            return new Key(absolute, cardWritten(absolute), options);
        }

        private static FileTime cardWritten(Path folder) {
            try {
                return Files.getLastModifiedTime(folder.resolve("model.yaml"));
            } catch (IOException e) {
                return FileTime.fromMillis(0); // opening the folder will tell why
            }
        }
    }
}
