/**
 * Writes TorchScript archives, the files that {@code torch.jit.load} opens in Python, C++ and DJL, without Python.
 * Entry types: {@link sc.fiji.ahiq.network.torchscript.ScriptModule} (what to store) and
 * {@link sc.fiji.ahiq.network.torchscript.ScriptArchive} (how).
 *
 * <p>An archive is a zip of stored (uncompressed) entries below one folder:
 *
 * <pre>
 * ahiq/data.pkl                    the module objects: pickle protocol 2
 * ahiq/code/__torch__/ahiq/vit.py  source of the classes __torch__.ahiq.vit.*
 * ahiq/data/0, ahiq/data/1, ...    raw little-endian elements, one entry per tensor, each aligned to 64 bytes
 * ahiq/constants.pkl               the empty tuple
 * ahiq/version                     "10"
 * ahiq/byteorder                   "little"
 * </pre>
 *
 * <p>{@code data.pkl} of a module with one int attribute {@code patch = 8}:
 *
 * <pre>
 * 80 02                                      PROTO 2
 * 63 5f 5f 74 6f 72 63 68 5f 5f .. 0a .. 0a  GLOBAL "__torch__.ahiq.vit" "VisionTransformer"
 * 29 81                                      EMPTY_TUPLE NEWOBJ
 * 7d 28                                      EMPTY_DICT MARK
 * 58 08 00 00 00 74 72 61 .. 67 89           BINUNICODE "training" NEWFALSE
 * 58 05 00 00 00 70 61 74 63 68 4b 08        BINUNICODE "patch" BININT1 8
 * 75 62 2e                                   SETITEMS BUILD STOP
 * </pre>
 *
 * <p>A tensor is {@code torch._utils._rebuild_tensor_v2((persistent id), 0, size, stride, False, OrderedDict())} where
 * the persistent id is {@code ("storage", torch.FloatStorage, "0", "cpu", element count)}.
 *
 * <p>May import {@code network.tensor}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.network.torchscript;
