/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.network.model.Normalization;

class ScannedImageTest {

    private static final int SIZE = 100;
    private static final int CROP = 16;

    private final AtomicLong reads = new AtomicLong();

    /** 16-bit pixels that are counted when they are read. */
    private ImagePlane counting(Path file) {
        short[] pixels = new short[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) i;
        }
        RandomAccessibleInterval<UnsignedShortType> counted = Converters.convert(
                (RandomAccessibleInterval<UnsignedShortType>) ArrayImgs.unsignedShorts(pixels, SIZE, SIZE),
                (from, to) -> {
                    reads.incrementAndGet();
                    to.set(from);
                },
                new UnsignedShortType());
        return ImagePlane.grey(file.toString(), counted);
    }

    @Test
    void imagesOfSixteenBitsAreScannedOnceAndThenOnlyTheirCropsAreRead() {
        ImageCache images = new ImageCache(1 << 20, this::counting);
        CropReader crops = new CropReader(images, RangeRule.AUTO, Normalization.PUBLISHED, CROP, 2);
        float[] target = new float[3 * CROP * CROP];

        CropReader.Pair first = crops.pair(Path.of("r"), Path.of("d"));
        assertThat(reads.getAndSet(0)).as("the reference, to find its range").isEqualTo(SIZE * SIZE);
        assertThat(first.reference().range().hi()).isEqualTo(SIZE * SIZE - 1);

        for (int step = 0; step < 5; step++) {
            CropReader.Pair pair = crops.pair(Path.of("r"), Path.of("d"));
            crops.read(pair.reference(), new Crop(step, 3), target, 0);
            crops.read(pair.distorted(), new Crop(step, 3), target, 0);
        }
        assertThat(reads.get()).as("two crops a step").isEqualTo(5 * 2 * CROP * CROP);
    }
}
