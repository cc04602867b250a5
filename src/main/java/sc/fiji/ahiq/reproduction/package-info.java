/**
 * The tables of the AHIQ paper beside what this program computes from the user's copies of the datasets: entry type
 * {@link sc.fiji.ahiq.reproduction.Reproduction}. The published figures are {@code table*.csv} among the resources. Scores are
 * kept in results files of {@code batch}, so that an interrupted run goes on. Imports {@code batch}, {@code dataset},
 * {@code stats}, {@code metric}, {@code scoring}, {@code inference}, {@code model}, {@code crop}, {@code file} and {@code error}.
 */
package sc.fiji.ahiq.reproduction;
