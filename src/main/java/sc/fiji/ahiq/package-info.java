/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * AHIQ for ImageJ. Entry type for Java callers: {@link sc.fiji.ahiq.Ahiq}; its API is this package and what that
 * mentions, listed below. Everything else may change from version to version.
 *
 * <h2>Map of the house</h2>
 *
 * <p>Wings, the lowest first; none imports one above it, and no two rooms import each other. What a room may import is
 * said in its own description.
 *
 * <pre>
 * base         errors (error), files that are written as a whole (io), strict YAML (yaml), a helper process (process),
 *              progress, version
 * image        a plane of pixels, an image of planes, ranges; crops and maps of crops (crop); images of ImageJ (ij1);
 *              files (file, format, tiff, zarr)
 * metric       what a metric is, a reference that is prepared once; planes and filters (filter), the classical metrics
 *              (classical), statistics of natural scenes (natural)
 * synthesis    distortions of images (distortion), a simulated field of cells, pages and phantoms (sample)
 * network      models: tensors (tensor), weight files (checkpoint), TorchScript archives (torchscript), what a network
 *              is (design), cards and folders (model), imports (model.importing), downloads (download); the engine and
 *              AHIQ as a metric (inference), metrics that were learned (learned), TorchScript files of others (script)
 * scoring      metrics by their names, a run over pairs and planes, rows; tables of results (results,
 *              results.parquet), lists of pairs
 *              (pairs), batches that survive interruptions (batch), the same on Apache Spark (spark), a self-test
 *              (diagnostics)
 * picture      maps, overlays and thumbnails as pictures
 * study        the datasets of the field (dataset), statistics (stats), plots (plot), evaluation against opinions
 *              (evaluation) and its report (evaluation.report), the tables of the paper (reproduction)
 * training     networks from rated pairs; labels without people (label), an ablation (ablation)
 * (root)       the API
 * command      each operation as a SciJava command, whose inputs are declared once
 * ij1, cli     faces: menus, dialogs and macros of ImageJ; the command line. macro runs macros without a display
 * spark        what is submitted to a cluster of Apache Spark
 * </pre>
 *
 * <h2>Two walks</h2>
 *
 * <p>A file to its score: a path becomes an {@code ImagePlane} (image.file), a {@code Reference} with the range of its
 * pair and a {@code Distorted} (metric), crops of a {@code ScaledPlane}, floats for the engine (network.inference), a
 * {@code MetricResult}, a {@code PairScore} (scoring) and a row of a table.
 *
 * <p>A name to a metric: {@code MetricSelection} (scoring) finds {@code psnr} among the plugins of {@code Metrics}, and
 * opens a model for {@code ahiq}; {@code ScoringRun} is the one place where both happen.
 *
 * <p>May import every room below it.
 *
 * <h2>Types of the API</h2>
 *
 * @see sc.fiji.ahiq.Ahiq
 * @see sc.fiji.ahiq.AhiqBuilder
 * @see sc.fiji.ahiq.Score
 * @see sc.fiji.ahiq.base.Progress
 * @see sc.fiji.ahiq.image.ChannelColours
 * @see sc.fiji.ahiq.image.ChannelColours.Channel
 * @see sc.fiji.ahiq.image.ImagePlane
 * @see sc.fiji.ahiq.image.ImageSource
 * @see sc.fiji.ahiq.image.IntensityRange
 * @see sc.fiji.ahiq.image.PixelSpacing
 * @see sc.fiji.ahiq.image.RangeRule
 * @see sc.fiji.ahiq.image.Region
 * @see sc.fiji.ahiq.image.SampleType
 * @see sc.fiji.ahiq.image.ScaledPlane
 * @see sc.fiji.ahiq.image.crop.Crop
 * @see sc.fiji.ahiq.image.crop.CropScore
 * @see sc.fiji.ahiq.image.crop.CropScores
 * @see sc.fiji.ahiq.image.crop.PatchMaps
 * @see sc.fiji.ahiq.image.crop.PatchMaps.PatchVisitor
 * @see sc.fiji.ahiq.metric.ClassicalMetric
 * @see sc.fiji.ahiq.metric.ClassicalMetric.Comparison
 * @see sc.fiji.ahiq.metric.Direction
 * @see sc.fiji.ahiq.metric.Distorted
 * @see sc.fiji.ahiq.metric.Metric
 * @see sc.fiji.ahiq.metric.MetricDescription
 * @see sc.fiji.ahiq.metric.MetricResult
 * @see sc.fiji.ahiq.metric.PlanarImage
 * @see sc.fiji.ahiq.metric.Prepared
 * @see sc.fiji.ahiq.metric.QualityMap
 * @see sc.fiji.ahiq.metric.QualityMap.Kind
 * @see sc.fiji.ahiq.metric.Reference
 * @see sc.fiji.ahiq.metric.filter.Plane
 * @see sc.fiji.ahiq.scoring.PlanePosition
 * @see sc.fiji.ahiq.scoring.batch.BatchSummary
 */
package sc.fiji.ahiq;
