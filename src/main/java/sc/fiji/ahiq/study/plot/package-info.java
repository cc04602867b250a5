/**
 * Figures, drawn without a display: {@link sc.fiji.ahiq.study.plot.ScatterPlot} and
 * {@link sc.fiji.ahiq.study.plot.BarChart} give a {@link sc.fiji.ahiq.study.plot.Figure}, which is an SVG document and
 * can be had as pixels. The few SVG elements that such a figure needs are written here, so that the document needs no
 * fonts, is the same to the last byte on every machine and takes on the colours of a page that it stands in.
 *
 * <p>May import {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.study.plot;
