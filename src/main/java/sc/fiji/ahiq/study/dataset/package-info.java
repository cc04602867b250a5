/**
 * Image files that belong together and what people said of them, as {@link sc.fiji.ahiq.dataset.RatedPair}s: of a
 * {@link sc.fiji.ahiq.dataset.Manifest}, of two folders, {@link sc.fiji.ahiq.dataset.FolderPairs}, or of the published
 * {@link sc.fiji.ahiq.dataset.Datasets}. Reading lists pairs
 * without opening images; {@link sc.fiji.ahiq.scoring.pairs.MissingFiles} looks whether they are there. Imports only {@code base.io}
 * and {@code base.error}.
 */
package sc.fiji.ahiq.study.dataset;
