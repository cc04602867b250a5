/**
 * The tables of the AHIQ paper beside what this program computes from the user's copies of the datasets: entry type
 * {@link sc.fiji.ahiq.reproduction.Reproduction}. The published figures are {@code table*.csv} among the resources.
 * Scores are kept in results files of {@code scoring.batch}, so that an interrupted run goes on. Imports
 * {@code scoring.batch}, {@code scoring.results}, {@code study.dataset}, {@code study.stats}, {@code metric},
 * {@code scoring}, {@code network.inference}, {@code network.model}, {@code image.crop}, {@code base.io} and
 * {@code base.error}.
 */
package sc.fiji.ahiq.study.reproduction;
