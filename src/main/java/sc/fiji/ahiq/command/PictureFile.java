/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.picture.ScorePicture;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PairScore;

/**
 * The PNG file that shows where images are bad, written when all pairs are scored; the pairs that failed are not in it.
 */
final class PictureFile {

    private final Path file;
    private final ImagePlane reference;
    private final RangeRule range;
    private final ScorePicture picture = new ScorePicture();

    PictureFile(Path file, ImagePlane reference, RangeRule range) {
        this.file = file;
        this.reference = reference;
        this.range = range;
    }

    /**
     * @throws UsageException if there will be no map to show, the name does not end with {@code .png}, or the
     *        folder is not there
     */
    static void requireUsable(Path file, MetricSelection metrics) {
        if (metrics.descriptions().stream().noneMatch(MetricDescription::hasMap)) {
            throw new UsageException("picture=" + file
                    + ": expected a metric with a map among the metrics, such as ahiq or st_lpips, which it shows.");
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new UsageException("picture=" + file + ": expected a name that ends with .png.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "picture=" + file + ": expected a folder that exists, but there is no " + folder + ".");
        }
    }

    /**
     * Adds a row for an image that was scored against the reference: of the first metric that tells how much each place
     * counts, or else of the first that has a map.
     *
     * @param metrics of the run
     */
    void add(ImagePlane distorted, List<MetricDescription> metrics, PairScore pair) {
        Stream.of(QualityMap.Kind.WEIGHT, QualityMap.Kind.QUALITY)
                .flatMap(kind -> metrics.stream().filter(metric -> hasMap(pair, metric, kind)))
                .findFirst()
                .ifPresent(metric -> add(distorted, metric, pair.results().get(metric.name())));
    }

    private static boolean hasMap(PairScore pair, MetricDescription metric, QualityMap.Kind kind) {
        return Optional.ofNullable(pair.results().get(metric.name()))
                .flatMap(result -> result.map(kind))
                .isPresent();
    }

    private void add(ImagePlane distorted, MetricDescription metric, MetricResult result) {
        Reference expected = Reference.of(reference, range);
        String name = String.valueOf(Path.of(distorted.name()).getFileName());
        picture.add(name, expected.scaled(), expected.distorted(distorted).scaled(), metric, result);
    }

    /**
     * @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written; what was there before is then unchanged
     */
    void write() {
        if (!picture.isEmpty()) {
            OutputFile.write(file, "picture", out -> ImageIO.write(picture.image(), "png", out));
        }
    }
}
