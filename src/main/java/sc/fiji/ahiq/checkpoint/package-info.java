/**
 * Weight files: named tensors read from, and written to, the formats that networks are published in. Entry types:
 * {@link sc.fiji.ahiq.checkpoint.Checkpoint}, an open file, and {@link sc.fiji.ahiq.checkpoint.Safetensors}. Readers
 * are strict: a file is refused as a whole, by a message with file, entry and byte offset, before any of its tensors is
 * handed out, and no length in a file is trusted before it was compared with the file itself. Imports {@code error},
 * {@code file} and {@code tensor}.
 *
 * <h2>The safetensors format</h2>
 *
 * <p>Eight bytes with the length of the header (unsigned, little-endian), the header (JSON, UTF-8, padded with spaces),
 * then the tensors' bytes (row-major, little-endian) without a gap. The header is an object: a tensor's name leads to
 * its data type, its shape and the begin and end of its bytes, counted from the end of the header; the optional name
 * {@code __metadata__} leads to an object of strings. One float32 tensor {@code w} of shape (2) with the values 1 and -2
 * is, spaces written as dots on the right:
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
 */
package sc.fiji.ahiq.checkpoint;
