/**
 * Weight files: named tensors read from, and written to, the formats that networks are published in. Entry types:
 * {@link sc.fiji.ahiq.network.checkpoint.Checkpoints} opens a file of any format,
 * {@link sc.fiji.ahiq.network.checkpoint.Checkpoint} is an open one, and
 * {@link sc.fiji.ahiq.network.checkpoint.Safetensors} writes them. Readers are strict: a file is refused as a whole, by
 * a message with file, entry and byte offset, before any of its tensors is handed out (only checksums, and limits on
 * tensors that must be copied, wait until a tensor is asked for), and no length in a file is trusted before it was
 * compared with the file itself.
 *
 * <h2>The safetensors format</h2>
 *
 * <p>Eight bytes with the length of the header (unsigned, little-endian), the header (JSON, UTF-8, padded with spaces),
 * then the tensors' bytes (row-major, little-endian) without a gap. The header is an object: a tensor's name leads to
 * its data type, its shape and the begin and end of its bytes, counted from the end of the header; the optional name
 * {@code __metadata__} leads to an object of strings. One float32 tensor {@code w} of shape (2) with the values 1 and
 * -2 is, spaces written as dots on the right:
 *
 * <pre>
 * 00000000  38 00 00 00 00 00 00 00  7b 22 77 22 3a 7b 22 64  |8.......{"w":{"d|  header of 0x38 bytes
 * 00000010  74 79 70 65 22 3a 22 46  33 32 22 2c 22 73 68 61  |type":"F32","sha|
 * 00000020  70 65 22 3a 5b 32 5d 2c  22 64 61 74 61 5f 6f 66  |pe":[2],"data_of|
 * 00000030  66 73 65 74 73 22 3a 5b  30 2c 38 5d 7d 7d 20 20  |fsets":[0,8]}}..|
 * 00000040  00 00 80 3f 00 00 00 c0                            |...?....|          1.0f, -2.0f
 * </pre>
 *
 * <p>Source: <a href="https://github.com/huggingface/safetensors">the format and its reference implementation</a>.
 *
 * <h2>Torch files</h2>
 *
 * <p>A zip archive, its entries stored and their data aligned to 64 bytes, all in one folder, whose name does not
 * matter:
 *
 * <pre>
 * model/data.pkl     the object, a pickle
 * model/byteorder    "little"; missing in older files
 * model/data/0       the bytes of storage "0", little-endian
 * model/data/1       ...
 * model/version      "3"; not read, nor are other entries
 * </pre>
 *
 * <p>A pickle is a program for a machine with a stack. This one makes {@code {'w': tensor}}, the tensor being 4
 * elements of storage "0" from element 0 on, with stride 1:
 *
 * <pre>
 * 00000000  80 02                          PROTO 2
 * 00000002  7d 71 00                       EMPTY_DICT, BINPUT 0 (memorise it as 0; BINGET gets it)
 * 00000005  58 01 00 00 00 77 71 01        BINUNICODE 'w', BINPUT 1
 * 0000000d  63 74 6f 72 63 68 2e .. 0a     GLOBAL torch._utils _rebuild_tensor_v2
 * 00000030  28 28                          MARK, MARK
 * 00000032  58 07 00 00 00 73 74 .. 65     BINUNICODE 'storage'
 * 00000040  63 74 6f 72 63 68 0a .. 0a     GLOBAL torch FloatStorage
 * 00000056  58 01 00 00 00 30              BINUNICODE '0', the key
 * 0000005e  58 03 00 00 00 63 70 75        BINUNICODE 'cpu'
 * 00000068  4b 04                          BININT1 4, the number of elements
 * 0000006a  74 71 07 51                    TUPLE, BINPUT 7, BINPERSID (a storage of these five)
 * 0000006e  4b 00                          BININT1 0, the offset
 * 00000070  4b 04 85 71 08                 BININT1 4, TUPLE1, the shape
 * 00000075  4b 01 85 71 09                 BININT1 1, TUPLE1, the strides
 * 0000007a  89                             NEWFALSE, requires_grad
 * 0000007b  63 63 6f 6c 6c 65 63 .. 0a     GLOBAL collections OrderedDict
 * 00000096  29 52 71 0b                    EMPTY_TUPLE, REDUCE (call it without arguments)
 * 0000009a  74 71 0c 52 71 0d              TUPLE, REDUCE (call _rebuild_tensor_v2 with these six)
 * 000000a0  73 2e                          SETITEM, STOP
 * </pre>
 *
 * <p>Python would import whatever GLOBAL names and REDUCE would call it. Here both know a fixed list of names, and the
 * machine lacks the instructions that torch files do without; the rest is refused by its name.
 *
 * <p>Before PyTorch 1.6 the pickles came one after the other, and the storages behind them:
 *
 * <pre>
 * 80 02 8a 0a 6c fc 9c 46 f9 20 6a a8 50 19 2e    the magic number, as a pickle
 * 80 02 4d e9 03 2e                               the version 1001, as a pickle
 * 80 02 7d ...                                    a dict with little_endian = True
 * 80 02 ...                                       the object; storages have the keys '4328707', ...
 * 80 02 5d ...                                    the list of these keys
 * 18 00 00 00 00 00 00 00 ...                     for each: its number of elements, and its bytes
 * </pre>
 *
 * <p>Sources: torch/serialization.py of PyTorch, Lib/pickletools.py of CPython.
 *
 * <h2>NumPy archives</h2>
 *
 * <p>A zip archive with an entry {@code NAME.npy}, stored or deflated, for each array. An array is a magic, the
 * version, the length of the header (two bytes, from version 2 on four, little-endian), the header (a Python dict) and
 * the elements. Two float32 numbers are:
 *
 * <pre>
 * 00000000  93 4e 55 4d 50 59 01 00  3a 00 7b 27 64 65 73 63  |.NUMPY..:.{'desc|  header of 0x3a bytes
 * 00000010  72 27 3a 20 27 3c 66 34  27 2c 20 27 66 6f 72 74  |r': '&lt;f4', 'fort|
 * 00000020  72 61 6e 5f 6f 72 64 65  72 27 3a 20 46 61 6c 73  |ran_order': Fals|
 * 00000030  65 2c 20 27 73 68 61 70  65 27 3a 20 28 32 2c 29  |e, 'shape': (2,)|
 * 00000040  2c 20 7d 0a 00 00 80 3f  00 00 00 c0              |, &#125;....?....|  1.0f, -2.0f
 * </pre>
 *
 * <p>Source: the documentation of {@code numpy.lib.format}.
 *
 * <p>May import {@code network.tensor}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.network.checkpoint;
