/**
 * Trains the networks of tables of the paper side by side, in sizes that a CPU can train, and compares them. Entry
 * types: {@link sc.fiji.ahiq.training.ablation.AblationConfig}, read from a YAML file, and
 * {@link sc.fiji.ahiq.training.ablation.Ablation}, which runs it.
 *
 * <p>May import {@code training}, {@code base.io}, {@code study.reproduction}, {@code scoring}, {@code scoring.pairs},
 * {@code network.model}, {@code network.inference}, {@code base}, {@code base.yaml} and {@code base.error}.
 */
package sc.fiji.ahiq.training.ablation;
