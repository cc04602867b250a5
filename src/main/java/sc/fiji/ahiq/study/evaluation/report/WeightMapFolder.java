/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;

/** Maps in a folder: {@code NAME_ahiq_weight.tif} belongs to the distorted image {@code NAME.*} of the same size. */
public final class WeightMapFolder implements WeightMaps {

    private final Path folder;

    public WeightMapFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<float[]> of(EvaluatedPair pair, ImagePlane reference, ImagePlane distorted) {
        String name = FileStem.of(Path.of(pair.distorted()));
        Path file = folder.resolve(name + "_ahiq_weight.tif");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ImagePlane map = ImageFiles.open(file);
        return map.width() == distorted.width() && map.height() == distorted.height()
                ? Optional.of(values(map))
                : Optional.empty();
    }

    private static float[] values(ImagePlane map) {
        float[] values = new float[Math.toIntExact(map.width() * map.height())];
        int next = 0;
        for (RealType<?> value : Views.flatIterable(map.channels().get(0))) {
            values[next++] = value.getRealFloat();
        }
        return values;
    }
}
