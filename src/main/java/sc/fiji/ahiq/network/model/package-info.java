/**
 * Models of the AHIQ family. A model is a folder of two files:
 *
 * <pre>
 * model.yaml           the card: name, architecture and its sizes, normalisation, score, training, licence, citation,
 *                      source, files imported from and their SHA-256, SHA-256 of the weights
 * weights.safetensors  the tensors, by the names that timm and the published AHIQ code give them, below
 *                      vit., cnn., deform_net. and regressor.
 * </pre>
 *
 * <p>Entry types: {@link sc.fiji.ahiq.network.model.ModelFolder}, which makes the TorchScript archive that the engine
 * runs; {@link sc.fiji.ahiq.network.model.ModelStore}, which finds models by name for all faces, and decides which one
 * counts where none is named: the one that comes with the program, a folder {@code models/NAME} of the source that is
 * packed into the jar; {@link sc.fiji.ahiq.network.model.ModelInventory}, which tells people of them;
 * {@link sc.fiji.ahiq.network.model.OfficialModels}, the published models that are not part of this program, whose
 * cards are in the folder {@code models} of the source. The source of the network is in the resources beside this
 * package, one file per module.
 *
 * <p>May import {@code base}, {@code network.design}, {@code network.checkpoint}, {@code network.torchscript},
 * {@code network.tensor}, {@code base.yaml}, {@code base.error} and {@code base.io}, {@code network.cnn}.
 */
package sc.fiji.ahiq.network.model;
