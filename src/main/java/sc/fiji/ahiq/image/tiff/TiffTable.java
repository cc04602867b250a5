/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.util.Map;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.format.FileProblem;

/**
 * The kinds of TIFF that are read, and what becomes of their samples. Everything that is not here is refused by name.
 *
 * <table>
 * <caption>Samples (SampleFormat, BitsPerSample)</caption>
 * <tr><td>unsigned 1, 2, 4</td><td>grey, palette: 8-bit, spread over 0..255</td></tr>
 * <tr><td>unsigned 8</td><td>8-bit, as stored</td></tr>
 * <tr><td>unsigned 10, 12, 14, 16</td><td>16-bit, as stored, not spread</td></tr>
 * <tr><td>unsigned 32</td><td>float, rounded to 24 significant bits</td></tr>
 * <tr><td>signed 8</td><td>8-bit, 128 added: differences and full range stay the same</td></tr>
 * <tr><td>signed 16, 32</td><td>float (32: rounded to 24 significant bits)</td></tr>
 * <tr><td>float 16, 32, 64</td><td>float (64: rounded)</td></tr>
 * </table>
 *
 * <table>
 * <caption>Colours (PhotometricInterpretation)</caption>
 * <tr><td>BlackIsZero</td><td>grey; with unspecified extra samples: as many channels</td></tr>
 * <tr><td>WhiteIsZero</td><td>inverted; unsigned samples of up to 16 bits only</td></tr>
 * <tr><td>RGB</td><td>three channels; with unspecified extra samples: more</td></tr>
 * <tr><td>Palette</td><td>looked up, of 1, 2, 4 or 8 bits; 8-bit, the upper 8 bits of the colour map</td></tr>
 * <tr><td>YCbCr</td><td>in JPEG compression only, where it becomes RGB</td></tr>
 * <tr><td>alpha (ExtraSamples 1, 2)</td><td>one extra sample of 8 or 16 bits, unsigned: the image is laid on
 * white</td></tr> </table>
 *
 * Compression: none, PackBits, LZW, deflate (8 and 32946), Zstandard, JPEG (7, of 8 bits), and of 1-bit images CCITT
 * RLE, T.4 and T.6. Predictors: horizontal with LZW, deflate and Zstandard for 8, 16, 32 and 64 bits; floating point
 * for 16, 32 and 64 bits. A predictor with another compression is refused: programs do not agree on what it means.
 * Both byte orders, classic and BigTIFF, strips in any order, tiles, samples together or in separate planes.
 */
final class TiffTable {

    private static final String CONVERT = "Convert it to grey or RGB and save it as TIFF or PNG.";
    private static final String RECOMPRESS = "Save it with LZW, deflate or no compression.";

    private static final Map<Integer, String> OTHER_COLOURS = Map.of(
            4, "a transparency mask",
            5, "CMYK pixels (colours of printing inks)",
            6, "YCbCr pixels without JPEG compression",
            8, "CIE L*a*b* pixels",
            9, "ICC L*a*b* pixels",
            10, "ITU L*a*b* pixels",
            32844, "CIE LogL pixels",
            32845, "CIE LogLuv pixels",
            32803, "raw pixels of a colour filter array",
            34892, "linear raw pixels");

    private static final Map<Integer, String> OTHER_COMPRESSIONS = Map.ofEntries(
            Map.entry(6, "old-style JPEG"),
            Map.entry(9, "JBIG"),
            Map.entry(10, "JBIG"),
            Map.entry(32766, "NeXT"),
            Map.entry(32809, "ThunderScan"),
            Map.entry(33003, "JPEG 2000 (Aperio)"),
            Map.entry(33005, "JPEG 2000 (Aperio)"),
            Map.entry(34661, "JBIG"),
            Map.entry(34676, "SGI LogLuv"),
            Map.entry(34677, "SGI LogLuv"),
            Map.entry(34712, "JPEG 2000"),
            Map.entry(34887, "LERC"),
            Map.entry(34892, "lossy JPEG (DNG)"),
            Map.entry(34925, "LZMA"),
            Map.entry(34933, "PNG"),
            Map.entry(34934, "JPEG XR"),
            Map.entry(50001, "WebP"),
            Map.entry(50002, "JPEG XL"));

    private final TiffPage page;
    private final PixelKind kind;
    private final Object file;

    private TiffTable(TiffPage page) {
        this.page = page;
        this.kind = page.pixels();
        this.file = page.file();
    }

    /**
     * How the samples of a page are read.
     *
     * @throws ImageException if they are not, with the name of what is not read
     * @throws IOException if the page contradicts itself
     */
    static SampleReading reading(TiffPage page) throws IOException {
        TiffTable table = new TiffTable(page);
        table.requireColours();
        table.requireCompression();
        SampleReading reading = table.samples();
        table.requireExtras(reading);
        table.requireBlocks();
        return reading;
    }

    private void requireColours() {
        switch (kind.photometric()) {
            case TiffTags.WHITE_IS_ZERO, TiffTags.BLACK_IS_ZERO -> {}
            case TiffTags.RGB -> {
                if (kind.samples() < 3) {
                    throw refused("RGB pixels of " + kind.samples() + " samples", CONVERT);
                }
            }
            case TiffTags.PALETTE -> requirePalette();
            case TiffTags.YCBCR -> {
                if (page.coding().compression() != TiffTags.JPEG) {
                    throw refused(OTHER_COLOURS.get(TiffTags.YCBCR), CONVERT);
                }
            }
            default ->
                throw refused(
                        OTHER_COLOURS.getOrDefault(
                                kind.photometric(),
                                kind.photometric() < 0
                                        ? "no PhotometricInterpretation"
                                        : "pixels of PhotometricInterpretation " + kind.photometric()),
                        CONVERT);
        }
    }

    private void requirePalette() {
        boolean depth = kind.bits() == 1 || kind.bits() == 2 || kind.bits() == 4 || kind.bits() == 8;
        if (kind.samples() > 1 || !depth || kind.format() != TiffTags.UNSIGNED) {
            throw refused(
                    "a palette for " + kind.samples() + " x " + formatName() + " " + kind.bits() + "-bit samples",
                    CONVERT);
        }
        if (kind.colourMap().length != 3 << kind.bits()) {
            throw refused("a palette of " + kind.colourMap().length + " values for " + kind.bits() + " bits", CONVERT);
        }
    }

    private void requireCompression() {
        int compression = page.coding().compression();
        switch (compression) {
            case TiffTags.UNCOMPRESSED,
                    TiffTags.LZW,
                    TiffTags.DEFLATE,
                    TiffTags.OLD_DEFLATE,
                    TiffTags.PACK_BITS,
                    TiffTags.ZSTD -> {}
            case TiffTags.CCITT_RLE, TiffTags.CCITT_T4, TiffTags.CCITT_T6 -> {
                if (kind.bits() != 1 || kind.samples() != 1) {
                    throw refused("fax compression of " + kind.bits() + "-bit samples", RECOMPRESS);
                }
            }
            case TiffTags.JPEG -> requireJpeg();
            default ->
                throw refused(
                        OTHER_COMPRESSIONS.getOrDefault(compression, "unknown") + " compression (" + compression + ")",
                        RECOMPRESS);
        }
        requirePredictor();
        if (page.coding().fillOrder() != 1 && kind.bits() != 1) {
            throw refused("reversed bits (FillOrder 2) in " + kind.bits() + "-bit samples", RECOMPRESS);
        }
    }

    private void requireJpeg() {
        boolean colours = kind.samples() == 1 && kind.photometric() <= TiffTags.BLACK_IS_ZERO
                || kind.samples() == 3 && (kind.photometric() == TiffTags.RGB || kind.photometric() == TiffTags.YCBCR);
        if (kind.bits() != 8 || kind.format() != TiffTags.UNSIGNED || !colours) {
            throw refused("JPEG compression of " + kind.samples() + " x " + kind.bits() + "-bit samples", RECOMPRESS);
        }
        if (page.grid().planes() > 1) {
            throw refused("JPEG compression of separate planes", RECOMPRESS);
        }
    }

    private void requirePredictor() {
        if (page.coding().predictor() == 1) {
            return;
        }
        if (!page.coding().predicted()) {
            throw refused("a predictor without LZW, deflate or Zstandard compression", RECOMPRESS);
        }
        int bits = kind.bits();
        boolean wide = bits == 16 || bits == 32 || bits == 64;
        boolean known = page.coding().predictor() == 2
                ? wide || bits == 8
                : page.coding().predictor() == 3 && kind.format() == TiffTags.FLOAT && wide;
        if (!known) {
            throw refused(
                    "predictor " + page.coding().predictor() + " for " + formatName() + " " + bits + "-bit samples",
                    RECOMPRESS);
        }
    }

    private SampleReading samples() {
        SampleReading reading =
                switch (kind.format()) {
                    case TiffTags.UNSIGNED, TiffTags.UNDEFINED -> SampleReading.ofUnsigned(kind.bits());
                    case TiffTags.SIGNED -> SampleReading.ofSigned(kind.bits());
                    case TiffTags.FLOAT -> SampleReading.ofFloat(kind.bits());
                    default -> null;
                };
        if (reading == null) {
            throw refused(formatName() + " " + kind.bits() + "-bit samples", CONVERT);
        }
        if (reading == SampleReading.PACKED && kind.samples() > 1) {
            throw refused(kind.samples() + " samples of " + kind.bits() + " bits", CONVERT);
        }
        if (kind.whiteIsZero() && !reading.unsigned()) {
            throw refused(formatName() + " " + kind.bits() + "-bit samples where 0 is white", CONVERT);
        }
        return reading;
    }

    private String formatName() {
        return switch (kind.format()) {
            case TiffTags.UNSIGNED, TiffTags.UNDEFINED -> "unsigned";
            case TiffTags.SIGNED -> "signed";
            case TiffTags.FLOAT -> "floating-point";
            case 5, 6 -> "complex";
            default -> "SampleFormat " + kind.format();
        };
    }

    private void requireExtras(SampleReading reading) {
        for (long extra : kind.extras()) {
            if (extra != 0 && !kind.hasAlpha()) {
                throw refused("alpha among " + kind.samples() + " samples", CONVERT);
            }
        }
        if (kind.hasAlpha() && (!reading.unsigned() || kind.bits() != 8 && kind.bits() != 16)) {
            throw refused("alpha beside " + formatName() + " " + kind.bits() + "-bit samples", CONVERT);
        }
    }

    private void requireBlocks() throws IOException {
        BlockGrid grid = page.grid();
        long needed = grid.blocks() * grid.planes();
        if (grid.planes() > 1 && grid.planes() != kind.samples() || grid.offsets().length < needed) {
            throw new IOException(grid.offsets().length + " strips or tiles where " + needed + " are needed");
        }
        if (grid.lengths().length < needed && page.coding().compression() != TiffTags.UNCOMPRESSED) {
            throw new IOException("strip lengths are missing");
        }
    }

    private ImageException refused(String what, String advice) {
        return FileProblem.unsupported(file, what, advice);
    }
}
