/**
 * Metrics against opinions: {@link sc.fiji.ahiq.study.evaluation.Evaluation} reads the results file of a batch and says
 * how well each metric in it agrees with the mean opinion scores;
 * {@link sc.fiji.ahiq.study.evaluation.EvaluationTables} and {@link sc.fiji.ahiq.study.evaluation.EvaluationFigures}
 * show it.
 *
 * <p>Besides the columns {@code reference}, {@code distorted} and {@code mos} a table of results may have
 * {@code distortion}, {@code level}, {@code model} and {@code error}; any other column of numbers can be evaluated as a
 * metric:
 *
 * <pre>
 * reference,distorted,ahiq,psnr,mos,distortion,level,error
 * refs/I01.png,dist/I01_01_1.png,0.512,32.1,5.51,additive noise,1,
 * </pre>
 *
 * <p>May import {@code scoring.results}, {@code study.stats}, {@code study.plot}, {@code network.inference},
 * {@code metric}, {@code base.error} and {@code base.io}, {@code network.learned}, {@code network.model}.
 */
package sc.fiji.ahiq.study.evaluation;
