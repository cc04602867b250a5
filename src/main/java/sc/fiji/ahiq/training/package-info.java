/**
 * Trains networks of the AHIQ family on rated pairs, all of it or some of its parts, from given weights or from
 * scratch. Entry types: {@link sc.fiji.ahiq.training.TrainingConfig}, read from a YAML file, and
 * {@link sc.fiji.ahiq.training.Training}, which runs it. The output folder holds
 *
 * <pre>
 * log.csv        a row per step: step, epoch, loss, learning rate, SROCC and PLCC where it was validated, pairs per
 * second split.csv      which part the pairs of each reference belong to: training, validation or test
 * model/         the best model so far, as folder for 'ahiq score --model'
 * checkpoint/    model/ (all weights in 32 bits), adam.safetensors (first and second moments), state.yaml
 * </pre>
 *
 * <p>All randomness is derived from the seed and the number of the step, so a run that was stopped and goes on gives
 * the same bits as one that was not, on the same CPU with the same number of threads. Folders are replaced as a whole.
 *
 * <p>May import {@code network.inference}, {@code network.model}, {@code network.checkpoint}, {@code network.tensor},
 * {@code metric}, {@code scoring.pairs}, {@code scoring.results}, {@code study.dataset}, {@code study.stats},
 * {@code image}, {@code image.crop}, {@code image.file}, {@code base}, {@code base.yaml}, {@code base.error} and
 * {@code base.io}, {@code network.design}, {@code network.model.importing}.
 */
package sc.fiji.ahiq.training;
