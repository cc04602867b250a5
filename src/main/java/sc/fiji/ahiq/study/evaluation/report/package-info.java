/**
 * Writes an evaluation into a folder: {@link sc.fiji.ahiq.study.evaluation.report.EvaluationReport}. The report is one
 * page of HTML that loads nothing: figures are SVG elements in it, pictures are data in it, and a policy in its head
 * forbids the browser to ask for anything.
 *
 * <p>May import {@code scoring.results}, {@code study.evaluation}, {@code study.stats}, {@code study.plot},
 * {@code metric}, {@code image}, {@code image.file}, {@code picture}, {@code base}, {@code base.error} and
 * {@code base.io}.
 */
package sc.fiji.ahiq.study.evaluation.report;
