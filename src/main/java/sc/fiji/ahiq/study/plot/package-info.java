/**
 * Figures, drawn without a display: {@link sc.fiji.ahiq.plot.ScatterPlot} and {@link sc.fiji.ahiq.plot.BarChart} give a
 * {@link sc.fiji.ahiq.plot.Figure}, which is an SVG document and can be had as pixels. The few SVG elements that such a figure
 * needs are written here, so that the document needs no fonts, is the same to the last byte on every machine and takes on the
 * colours of a page that it stands in. Imports only {@code base.error}, {@code base.io} and the SVG renderer JSVG.
 */
package sc.fiji.ahiq.study.plot;
