/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Batches on Apache Spark. Entry type: {@link sc.fiji.ahiq.scoring.spark.SparkSite}, a place where the pairs of
 * {@code scoring.batch} are scored: planning, rows, their order and resumption are those of that package, and the file
 * is written by the driver alone. The only package that knows Spark.
 *
 * <h2>A run</h2>
 *
 * <p>The driver has one executor open the metrics and tell what they are there, for devices are those of executors.
 * Then each task scores a part: whole groups of pairs of one reference, large ones split, of about equal pixels. It
 * reads and hashes the images, leaves out pairs whose key is among those of former results, and returns rows. The
 * driver appends the rows of a task when it is finished, Spark sees to it that this happens once for each, and at the
 * end brings all into the order of the list of pairs. Hence rows of finished tasks survive the driver.
 *
 * <p>The first task on an executor opens the metrics, its networks among them, for all that come after it, and for
 * those that run beside it: their crops go through the same batch gate. One call of the engine uses as many threads as
 * a task has cores. Maps are written by tasks, whole or not at all; an attempt that comes second writes the same again.
 *
 * <h2>Large pairs</h2>
 *
 * <p>Of a pair of more pixels than the user named, the work is divided: metrics that compare in steps, such as crops or
 * tiles, by ranges of these, whose bounds are those of calls of the engine, so that not a bit changes; every other
 * metric is a part of its own, whose task writes its maps. What parts find goes by a shuffle of Spark to a task for
 * each pair, which makes scores, the other maps and the row. {@code LargePairs} is the entry to that.
 *
 * <h2>Stores</h2>
 *
 * <p>Addresses such as {@code hdfs://host/a.png} are opened by Hadoop's file systems: a {@code StoredFile} is one, a
 * {@link java.nio.file.Path} with an address goes through the program as what the user wrote. A task brings each image
 * to its disk when it is to be read, and deletes it when its pairs are scored; a map is made there and goes to the
 * store as a whole. The driver writes rows to a file of its machine, which goes to the store at the end.
 *
 * <h2>Class path</h2>
 *
 * <p>Ours is compiled against Spark's own classes and no more, which come with the program nowhere. What Spark needs to
 * run would change versions of libraries for all other tests and packages, and the parent's bill of materials would
 * change Spark's. So the build copies Spark with the versions that it chose into a folder, and tests start processes
 * with it, as a cluster has them: what Spark brings comes first there, then our libraries.
 *
 * <p>May import {@code scoring}, {@code scoring.batch}, {@code scoring.pairs}, {@code scoring.results},
 * {@code image}, {@code image.file}, {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.scoring.spark;
