/**
 * Writes an evaluation into a folder: {@link sc.fiji.ahiq.evaluation.report.EvaluationReport}. The report is one page
 * of HTML that loads nothing: figures are SVG elements in it, pictures are data in it, and a policy in its head forbids
 * the browser to ask for anything. Imports {@code scoring.results}, {@code study.evaluation}, {@code study.stats},
 * {@code study.plot}, {@code metric}, {@code image}, {@code image.ij1}, {@code picture} (for the colours of weights),
 * {@code base.io} and {@code base.error}.
 */
package sc.fiji.ahiq.study.evaluation.report;
