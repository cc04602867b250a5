/**
 * Scores thousands of pairs into a results file, which survives whatever ends the run. Entry type:
 * {@link sc.fiji.ahiq.scoring.batch.Batch}.
 *
 * <h2>Results files</h2>
 *
 * <p>Tables of {@code scoring.results}, with the columns of {@link sc.fiji.ahiq.scoring.ScoreRow} but {@code seconds},
 * with which no two runs would be equal, and then
 *
 * <pre>
 * mos, mos_sd, distortion, level   what is known of the pair; empty if unknown
 * pair, pairs                      number of the row in the complete file, from 1, and number of its rows
 * manifest                         hash of the list of pairs, to tell shards of different lists
 * run                              hash of weights, options, metrics, kind of device, precision and version
 * key                              hash of both files and run; empty if a file cannot be read
 * </pre>
 *
 * <p>Rows are in the order of the list of pairs, but pairs of one reference follow each other from its first one on. A
 * row is written by one call, with its line break, as soon as the pair and those before it are scored, up to four side
 * by side. A resumed run appends what is missing, also where that is not at the end, such as pairs that failed before;
 * when all is done and rows are out of order, the file is replaced as a whole. Hence the file of a run that was
 * interrupted, however often, has the same bytes as that of one that was not.
 *
 * <p>Shard i of n holds the rows from (i - 1) pairs / n (rounded down) up to, but not including, i pairs / n: shards
 * differ by at most one row, and at most one reference is encoded by both of two shards that follow each other.
 *
 * <p>May import {@code scoring}, {@code scoring.pairs}, {@code scoring.results}, {@code metric}, {@code image},
 * {@code image.crop}, {@code image.file}, {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.scoring.batch;
