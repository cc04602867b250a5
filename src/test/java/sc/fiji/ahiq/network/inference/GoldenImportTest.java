/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.ahiq.network.checkpoint.PublishedFiles;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.ImportedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;

/** The golden values again, with the weights imported from files in the formats and layouts of the published ones. */
class GoldenImportTest extends AbstractGoldenTest {

    GoldenImportTest() {
        super(Architecture.vitB8());
    }

    @Override
    void writeModel(Path folder) throws IOException {
        PublishedLayout layout = new PublishedLayout(new UntrainedModel("source", Architecture.vitB8(), 1));
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path ahiq = PublishedFiles.torchZip(sources.resolve("ahiq.pth"), layout.ahiq());
        Path cnn = PublishedFiles.torchZip(sources.resolve("resnet50.pth"), layout.cnn());
        Path vit = PublishedFiles.npz(sources.resolve("B_8.npz"), layout::forEachJaxVit);
        try (ImportedModel imported = PublishedLayout.open("imported", ahiq, cnn, vit, true)) {
            ModelFolder.write(folder.resolve("imported"), imported);
        }
    }

    @Override
    Path modelFolder(Path folder) {
        return folder.resolve("imported");
    }
}
