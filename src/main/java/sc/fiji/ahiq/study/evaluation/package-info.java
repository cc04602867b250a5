/**
 * Metrics against opinions: {@link sc.fiji.ahiq.evaluation.Evaluation} reads the results file of a batch and says how well each
 * metric in it agrees with the mean opinion scores; {@link sc.fiji.ahiq.study.evaluation.EvaluationTables} and
 * {@link sc.fiji.ahiq.study.evaluation.EvaluationFigures} show it. Imports {@code study.stats}, {@code study.plot}, {@code metric}, {@code base.io} and
 * {@code base.error}.
 *
 * <p>A results file is a table of comma-separated values with a header and a row for every pair. It must have the columns
 * {@code reference}, {@code distorted} and {@code mos}; it may have {@code synthesis.distortion}, {@code level}, {@code network.model} and
 * {@code base.error}; any other column of numbers can be evaluated as a metric:
 *
 * <pre>
 * reference,distorted,score,psnr,mos,distortion,level,error
 * refs/I01.png,dist/I01_01_1.png,0.512,32.1,5.51,additive noise,1,
 * </pre>
 */
package sc.fiji.ahiq.study.evaluation;
