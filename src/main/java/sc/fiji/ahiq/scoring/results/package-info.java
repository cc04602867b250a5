/**
 * The table of results, a row for each pair of images: {@link sc.fiji.ahiq.scoring.results.ResultsFile} appends rows to
 * one, {@link sc.fiji.ahiq.scoring.results.LoadedTable} reads one as a whole and
 * {@link sc.fiji.ahiq.scoring.results.TableReader} row by row, {@link sc.fiji.ahiq.scoring.results.ShardMerge} joins
 * some, {@link sc.fiji.ahiq.scoring.results.ImageLocator} and {@link sc.fiji.ahiq.scoring.results.MapNames} find the
 * images and maps of a row. The only package that knows the libraries for comma-separated values and, but for headers
 * of weights, for JSON, so that all tables are written and read here.
 *
 * <h2>Formats</h2>
 *
 * <p>UTF-8 text: comma-separated values by RFC 4180 with a header ({@code *.csv}), or one JSON object a line
 * ({@code *.jsonl}), whose keys are the columns. Infinity is {@code Infinity}, in JSON as a text; what does not exist
 * is an empty cell or null. Readers also take a byte order mark, blank lines, blanks around cells, line breaks in
 * quoted cells, and other programs' tables with other columns. The names of columns are in
 * {@link sc.fiji.ahiq.scoring.results.Columns}; {@code score}, as former versions called the column {@code ahiq}, is
 * read as that, and written so when such a file is gone on with or merged.
 *
 * <h2>A torn last row</h2>
 *
 * <p>What follows the last line break was torn when a run was killed, if the table is one of {@code ahiq batch} (it has
 * a column {@code key}), or if it is no whole row. Otherwise it is a row, for other programs may leave out the last
 * line break. A torn row does not count: a run that is resumed cuts it off and scores the pair again, shards are not
 * merged before that, and whoever reads the table tells that a row is missing.
 *
 * <h2>Paths of images</h2>
 *
 * <p>Tables name images as they were given when they were scored. An absolute path is itself. A relative one is looked
 * up in the folder of images if the user names one, for who names it means it; then in the folder of the table; then in
 * the working folder, which runs write paths relative to. An image that is in none of them is expected in the folder of
 * the table. A manifest is no table of results: its paths are relative to its own folder and to no other.
 *
 * <h2>Parquet</h2>
 *
 * <p>A file {@code *.parquet} has the columns of a batch as texts, whole numbers and numbers of 64 bits. Nothing can be
 * appended to one: while a run goes on its rows are in {@code NAME.parquet.csv} beside it, and when all are there they
 * become the file. Whoever reads a table reads this one, too, known by how it begins.
 *
 * <p>May import {@code scoring.results.parquet}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.scoring.results;
