/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.scoring.results.MapNames;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;

/**
 * Maps in a folder that were written with a table of results: each is of the row whose distorted image it is named
 * after, by {@link MapNames}. Where rows of the table are missing, as in that of a shard, a name that may be another
 * image's has no map.
 */
public final class WeightMapFolder implements WeightMaps {

    private final Path folder;
    private final Map<Integer, NamedImage> images = new LinkedHashMap<>();
    private final MapNames<NamedImage> names;
    private final boolean complete;

    /** @param pair empty if maps are by image alone */
    private record NamedImage(String pair, Path distorted) {}

    public WeightMapFolder(Path folder, LoadedTable table) {
        this.folder = folder;
        boolean ofBatch = table.columns().contains(Columns.KEY);
        Stream<Row> rows = table.rows().stream();
        (ofBatch ? rows.sorted(Comparator.comparingDouble(row -> table.number(row, Columns.PAIR))) : rows)
                .forEach(row -> add(row, ofBatch));
        this.names = new MapNames<>(List.copyOf(images.values()), NamedImage::distorted);
        this.complete = !ofBatch
                || table.values(Columns.PAIRS)
                        .equals(Set.of(String.valueOf(table.values(Columns.PAIR).size())));
    }

    private void add(Row row, boolean ofBatch) {
        try {
            String pair = ofBatch ? row.text(Columns.PAIR) : "";
            images.put(row.line(), new NamedImage(pair, Path.of(row.text(Columns.DISTORTED))));
        } catch (InvalidPathException e) {
            return; // no image has such a name, and so no map
        }
    }

    @Override
    public Optional<float[]> of(EvaluatedPair pair, ImagePlane reference, ImagePlane distorted) {
        NamedImage image = images.get(pair.line());
        if (image == null || !complete && Files.exists(map(FileStem.of(image.distorted()) + "-2"))) {
            return Optional.empty();
        }
        Path file = map(complete ? names.of(image) : FileStem.of(image.distorted()));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ImagePlane map = ImageFiles.open(file);
        return map.width() == distorted.width() && map.height() == distorted.height()
                ? Optional.of(values(map))
                : Optional.empty();
    }

    private Path map(String name) {
        return folder.resolve(name + MapNames.WEIGHT);
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
