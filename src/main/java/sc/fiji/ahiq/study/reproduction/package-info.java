/**
 * The tables of the AHIQ paper beside what this program computes from the user's copies of the datasets: entry type
 * {@link sc.fiji.ahiq.study.reproduction.Reproduction}. The published figures are {@code table*.csv} among the
 * resources. Scores are kept in results files of {@code scoring.batch}, so that an interrupted run goes on.
 *
 * <p>May import {@code scoring}, {@code scoring.batch}, {@code scoring.pairs}, {@code scoring.results},
 * {@code study.dataset}, {@code study.stats}, {@code metric}, {@code network.model}, {@code network.design},
 * {@code image.crop}, {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.study.reproduction;
