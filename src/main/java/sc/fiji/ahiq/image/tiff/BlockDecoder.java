/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.ahiq.image.format.DamageWarnings;
import sc.fiji.ahiq.image.format.PixelLimit;

/**
 * Samples of one block as they are stored, row by row, those of a pixel together: {@code byte[]} (for less than 8 bits,
 * packed rows that begin with a byte), {@code short[]} and {@code int[]} (bit patterns, also of signed and
 * floating-point samples), {@code float[]} or {@code double[]}. Uncompressed samples are taken from the file; all
 * others are decoded by TwelveMonkeys' reader, called directly so that it need not be registered for the whole of Java.
 */
final class BlockDecoder {

    private static final TIFFImageReaderSpi DECODER = new TIFFImageReaderSpi();

    private final TiffPage page;

    BlockDecoder(TiffPage page) {
        this.page = page;
    }

    /**
     * @param index of the block among all of the page
     * @throws IOException if bytes are missing or damaged
     */
    Object decode(int index) throws IOException {
        int rows = page.grid().storedRows((int) (index % page.grid().blocks()));
        long bytes = Math.multiplyExact(rows, page.rowBytes());
        if (bytes > Integer.MAX_VALUE - 64) {
            throw new IOException("a strip or tile of " + bytes + " bytes");
        }
        PixelLimit.requireHeap(page.file(), bytes);
        boolean plain = page.coding().compression() == TiffTags.UNCOMPRESSED;
        ByteBuffer stored = stored(index, plain ? bytes : -1);
        boolean aligned = page.pixels().bits() % 8 == 0 && page.pixels().bits() != 24
                || page.pixels().bits() < 8;
        if (plain && aligned && page.coding().fillOrder() == 1) {
            return samples(stored);
        }
        byte[] strip = stored.array();
        return page.coding().compression() == TiffTags.JPEG ? jpeg(strip, index) : decoded(strip, rows);
    }

    /** @param needed bytes of the block, or -1 if the file must say */
    private ByteBuffer stored(int index, long needed) throws IOException {
        long offset = page.grid().offsets()[index];
        long[] lengths = page.grid().lengths();
        long length = index < lengths.length ? lengths[index] : needed;
        if (offset == 0 || length == 0) {
            throw new IOException("strip or tile " + index + " is missing (a sparse file)");
        }
        if (length < needed) {
            throw new IOException(
                    "strip or tile " + index + " holds " + length + " bytes where " + needed + " are needed");
        }
        try (TiffInput in = new TiffInput(page.file())) {
            in.requireInFile(offset, needed < 0 ? length : needed);
            return in.read(offset, Math.toIntExact(needed < 0 ? length : needed));
        }
    }

    private Object samples(ByteBuffer bytes) {
        int count = bytes.remaining() / Math.max(1, page.pixels().bits() / 8);
        switch (page.pixels().bits()) {
            case 16 -> {
                short[] shorts = new short[count];
                bytes.asShortBuffer().get(shorts);
                return shorts;
            }
            case 32 -> {
                int[] ints = new int[count];
                bytes.asIntBuffer().get(ints);
                return ints;
            }
            case 64 -> {
                double[] doubles = new double[count];
                bytes.asDoubleBuffer().get(doubles);
                return doubles;
            }
            default -> {
                return bytes.array();
            }
        }
    }

    private Object decoded(byte[] stored, int rows) throws IOException {
        boolean zstd = page.coding().compression() == TiffTags.ZSTD;
        int compression = zstd ? TiffTags.DEFLATE : page.coding().compression();
        byte[] strip = zstd ? Zstandard.asDeflate(stored, (int) (rows * page.rowBytes())) : stored;
        boolean predicted = page.coding().predicted();
        int bits = page.pixels().bits();
        // Without predictor it does not matter which samples belong to a pixel.
        int samples = predicted ? page.samplesInBlock() : 1;
        int width = page.grid().blockWidth() * (predicted ? 1 : page.samplesInBlock());
        boolean real = bits == 64 || predicted && page.coding().predictor() == 3;
        // Samples of 10, 12 and 14 bits have no byte order; the decoder unpacks them rightly in this one only.
        ByteOrder order = bits % 8 == 0 ? page.order() : ByteOrder.LITTLE_ENDIAN;
        OneStrip file = new OneStrip(order, strip)
                .number(TiffTags.IMAGE_WIDTH, width)
                .number(TiffTags.IMAGE_LENGTH, rows)
                .number(TiffTags.ROWS_PER_STRIP, rows)
                .number(TiffTags.BITS_PER_SAMPLE, bits)
                .number(TiffTags.SAMPLE_FORMAT, real ? TiffTags.FLOAT : TiffTags.UNSIGNED)
                .number(TiffTags.COMPRESSION, compression)
                .number(TiffTags.PHOTOMETRIC, TiffTags.BLACK_IS_ZERO)
                .number(TiffTags.SAMPLES_PER_PIXEL, samples)
                .number(TiffTags.PREDICTOR, predicted ? page.coding().predictor() : 1);
        if (samples > 1) {
            file.shorts(TiffTags.EXTRA_SAMPLES, new long[samples - 1]);
        }
        if (page.coding().fax()) {
            file.number(TiffTags.FILL_ORDER, page.coding().fillOrder());
            file.number(
                    compression == TiffTags.CCITT_T6 ? TiffTags.T6_OPTIONS : TiffTags.T4_OPTIONS,
                    page.coding().faxOptions());
        } else if (page.coding().fillOrder() != 1) {
            file.number(TiffTags.FILL_ORDER, page.coding().fillOrder());
        }
        return read(file.toBytes(rows * page.rowBytes()), false);
    }

    private Object jpeg(byte[] stream, int index) throws IOException {
        JpegFrame frame = JpegFrame.of(stream);
        int columns = page.grid().columns(index);
        int rows = page.grid().rows(index);
        if (frame.width() < columns
                || frame.height() < rows
                || frame.components() != page.pixels().samples()) {
            throw new IOException("JPEG stream of " + frame.width() + " x " + frame.height() + " x "
                    + frame.components() + " samples in strip or tile " + index);
        }
        OneStrip file = new OneStrip(page.order(), stream)
                .number(TiffTags.IMAGE_WIDTH, page.grid().blockWidth())
                .number(TiffTags.IMAGE_LENGTH, rows)
                .number(TiffTags.ROWS_PER_STRIP, rows)
                .number(TiffTags.BITS_PER_SAMPLE, 8)
                .number(TiffTags.COMPRESSION, TiffTags.JPEG)
                .number(TiffTags.PHOTOMETRIC, page.pixels().photometric())
                .number(TiffTags.SAMPLES_PER_PIXEL, page.pixels().samples());
        if (page.coding().jpegTables().length > 0) {
            file.bytes(TiffTags.JPEG_TABLES, page.coding().jpegTables());
        }
        if (page.coding().subsampling().length == 2) {
            file.shorts(TiffTags.YCBCR_SUBSAMPLING, page.coding().subsampling());
        }
        return read(file.toBytes(rows * page.rowBytes()), true);
    }

    /** @param colours whether the decoder makes RGB of JPEG's colours */
    private static Object read(byte[] file, boolean colours) throws IOException {
        TIFFImageReader reader = DECODER.createReaderInstance(null);
        DamageWarnings warnings = new DamageWarnings();
        try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
            reader.addIIOReadWarningListener(warnings);
            reader.setInput(in);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(reader.getRawImageType(0));
            Raster raster = colours ? reader.read(0, param).getRaster() : reader.readRaster(0, param);
            warnings.requireNone();
            return array(raster.getDataBuffer());
        } catch (EOFException e) {
            throw new IOException("strips or tiles end too early", e);
        } finally {
            reader.dispose();
        }
    }

    private static Object array(DataBuffer samples) throws IOException {
        if (samples instanceof DataBufferByte bytes) {
            return bytes.getData();
        }
        if (samples instanceof DataBufferUShort shorts) {
            return shorts.getData();
        }
        if (samples instanceof DataBufferInt ints) {
            return ints.getData();
        }
        if (samples instanceof DataBufferFloat floats) {
            return floats.getData();
        }
        if (samples instanceof DataBufferDouble doubles) {
            return doubles.getData();
        }
        throw new IOException("decoded samples of " + samples.getClass().getSimpleName());
    }
}
