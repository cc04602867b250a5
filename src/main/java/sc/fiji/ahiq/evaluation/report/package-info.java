/**
 * Writes an evaluation into a folder: {@link sc.fiji.ahiq.evaluation.report.EvaluationReport}. The report is one page of HTML
 * that loads nothing: figures are SVG elements in it, pictures are data in it, and a policy in its head forbids the browser to
 * ask for anything. Imports {@code evaluation}, {@code stats}, {@code plot}, {@code metric}, {@code image}, {@code image.ij1},
 * {@code ij1.map} (for the colours of weights), {@code file} and {@code error}.
 */
package sc.fiji.ahiq.evaluation.report;
