/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Zarr folders (versions 2 and 3) and the images that OME-Zarr describes in them:
 * {@link sc.fiji.ahiq.image.zarr.ZarrImages} opens one. Nothing is read but metadata until pixels are asked for, and
 * then the chunks that hold them. A folder is told by the file that describes it, in JSON:
 *
 * <pre>
 * image.zarr/.zgroup, .zattrs     version 2: a group; the attributes of OME
 * image.zarr/0/.zarray            an array: shape, chunks, dtype, order, compressor
 * image.zarr/0/0/0/0/3/7          a chunk, or 0.0.0.3.7
 * image.zarr/zarr.json            version 3: a group, its attributes within
 * image.zarr/0/zarr.json          an array: shape, chunk_grid, data_type, codecs
 * image.zarr/0/c/0/0/0/3/7        a chunk
 * </pre>
 *
 * <p>Chunks may be raw or compressed by gzip, zlib, Zstandard or Blosc (LZ4, Snappy, zlib, Zstandard; bytes or bits
 * shuffled); version 3 with or without checksums. Filters, other orders of axes than stored, shards and Blosc's own
 * compressor BloscLZ are refused by name. The frame of Blosc: version, version of the compressor, flags, bytes of a
 * sample (a byte each), decoded bytes, bytes of a block, bytes of the frame (4 each), the offset of each block, and
 * blocks, of whose streams each has its length before it:
 *
 * <pre>
 * 02 01 21 02  00 00 02 00  00 00 01 00  44 03 00 00  18 00 00 00 ...
 * </pre>
 *
 * <p>May import {@code image}, {@code image.format} and {@code base.error}.
 */
package sc.fiji.ahiq.image.zarr;
