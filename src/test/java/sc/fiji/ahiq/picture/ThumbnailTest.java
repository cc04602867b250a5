/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Reference;

class ThumbnailTest {

    private static final Frame FRAME = new Frame(200, 200, 1);

    /** Columns are 0, 100, 0, 100 and so on. */
    private static ScaledPlane striped(int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % width % 2 * 100);
        }
        ImagePlane image = ImagePlane.grey("striped", ArrayImgs.unsignedBytes(pixels, width, height));
        return Reference.of(image, RangeRule.AUTO).scaled();
    }

    @Test
    void smallImagesStayAsTheyAre() {
        BufferedImage picture = Thumbnail.of(striped(6, 3), FRAME).picture();

        assertThat(picture.getWidth()).isEqualTo(6);
        assertThat(picture.getHeight()).isEqualTo(3);
        assertThat(picture.getRGB(0, 2)).isEqualTo(0xff000000);
        assertThat(picture.getRGB(1, 2)).isEqualTo(0xff646464);
    }

    @Test
    void largeImagesAreAveraged() {
        BufferedImage picture = Thumbnail.of(striped(400, 100), FRAME).picture();

        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(50);
        assertThat(picture.getRGB(77, 33)).isEqualTo(0xff323232);
    }

    @Test
    void colourCoversHalfAndNothingCoversNothing() {
        int[] colours = new int[6];
        Arrays.fill(colours, 0xff0040);
        colours[0] = -1;

        BufferedImage picture =
                Thumbnail.covered(striped(6, 1), y -> colours, 0.5, FRAME).picture();

        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(picture.getRGB(1, 0)).isEqualTo(0xffb23252);
    }

    @Test
    void whatCountsLittleIsDark() {
        BufferedImage picture = Thumbnail.dimmed(
                        striped(6, 1), y -> new float[] {1, 1, 0, 0, Float.NaN, Float.NaN}, FRAME)
                .picture();

        assertThat(picture.getRGB(1, 0)).isEqualTo(0xff646464);
        assertThat(picture.getRGB(3, 0)).isEqualTo(0xff0f0f0f);
        assertThat(picture.getRGB(5, 0)).isEqualTo(0xff646464);
    }

    @Test
    void aShortSideIsStretched() {
        BufferedImage picture =
                Thumbnail.of(striped(400, 10), new Frame(200, 200, 24)).picture();

        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(24);
        assertThat(picture.getRGB(77, 13)).isEqualTo(0xff323232);
    }

    @Test
    void theAddressHoldsThePicture() throws Exception {
        String prefix = "data:image/png;base64,";
        String uri = Thumbnail.of(striped(6, 3), FRAME).dataUri();

        assertThat(uri).startsWith(prefix);
        byte[] png = Base64.getDecoder().decode(uri.substring(prefix.length()));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getRGB(1, 1)).isEqualTo(0xff646464);
    }
}
