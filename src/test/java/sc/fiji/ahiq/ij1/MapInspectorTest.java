/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.ScoreStack;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;

/** The mouse itself is in the test of the window. */
class MapInspectorTest {

    private static final int SIZE = 80;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeModel() {
        CompactModel.write(folder.resolve("model"));
    }

    private static ScoreStack score(ImagePlus distorted) throws Exception {
        CommandModule module = new CommandModule(new CommandInfo(ScoreStack.class));
        module.setInput("reference", new ImagePlusSource(new ImagePlus("r", noise(99))));
        module.setInput("distorted", new ImagePlusSource(distorted));
        module.setInput("model", folder.resolve("model").toString());
        module.setInput("device", "cpu");
        module.setInput("crops", "five");
        module.setInput("maps", true);
        module.run();
        return (ScoreStack) module.getCommand();
    }

    private static ByteProcessor noise(int seed) {
        byte[] pixels = new byte[SIZE * SIZE];
        new Random(seed).nextBytes(pixels);
        return new ByteProcessor(SIZE, SIZE, pixels);
    }

    private static String expected(List<ImagePlus> maps, int slice, int x, int y) {
        return String.format(
                Locale.ROOT,
                "x=%d, y=%d: quality=%.6f, weight=%.6f",
                x,
                y,
                maps.get(0).getStack().getProcessor(slice).getf(x, y),
                maps.get(1).getStack().getProcessor(slice).getf(x, y));
    }

    @Test
    void tellsWhatBothMapsHoldAtAPixel() throws Exception {
        ScoreStack command = score(new ImagePlus("d", noise(1)));
        MapInspector inspector = new MapInspector(command.planes(), command.images());

        for (ImagePlus map : command.maps()) {
            assertThat(inspector.describe(map, 3, 5)).isEqualTo(expected(command.maps(), 1, 3, 5));
            assertThat(inspector.describe(map, SIZE - 1, SIZE - 1))
                    .isEqualTo(expected(command.maps(), 1, SIZE - 1, SIZE - 1));
        }
    }

    @Test
    void saysThatNoCropLiesThere() throws Exception {
        ScoreStack command = score(new ImagePlus("d", noise(1)));
        ImagePlus map = command.maps().get(0);
        assertThat(map.getProcessor().getf(38, 10)).as("between the crops").isNaN();

        assertThat(new MapInspector(command.planes(), command.images()).describe(map, 38, 10))
                .isEqualTo("x=38, y=10: no crop lies here");
    }

    @Test
    void followsTheSliceShown() throws Exception {
        ImageStack slices = new ImageStack(SIZE, SIZE);
        slices.addSlice(noise(1));
        slices.addSlice(noise(2));
        ScoreStack command = score(new ImagePlus("d", slices));
        MapInspector inspector = new MapInspector(command.planes(), command.images());
        ImagePlus weights = command.maps().get(1);

        weights.setSlice(2);

        assertThat(inspector.describe(weights, 7, 9))
                .isEqualTo(expected(command.maps(), 2, 7, 9))
                .isNotEqualTo(expected(command.maps(), 1, 7, 9));
    }

    @Test
    void isSilentBesideTheMap() throws Exception {
        ScoreStack command = score(new ImagePlus("d", noise(1)));
        MapInspector inspector = new MapInspector(command.planes(), command.images());
        ImagePlus map = command.maps().get(0);

        assertThat(inspector.describe(map, -1, 0)).isEmpty();
        assertThat(inspector.describe(map, 0, SIZE)).isEmpty();
    }

    @Test
    void showsBothImagesAroundThePixel() throws Exception {
        ByteProcessor pixels = noise(1);
        ScoreStack command = score(new ImagePlus("d", pixels));
        ImagePlus map = command.maps().get(0);

        PatchView view = new MapInspector(command.planes(), command.images())
                .view(map, 3, SIZE - 1)
                .orElseThrow();

        assertThat(view.distorted().getWidth())
                .isEqualTo(PatchView.SIDE)
                .isEqualTo(view.reference().getHeight());
        assertThat(view.distorted().getRGB(3, PatchView.SIDE - 1) & 0xff).isEqualTo(pixels.get(3, SIZE - 1));
        assertThat(view.reference().getRGB(0, 0) & 0xff).isEqualTo(noise(99).get(0, SIZE - PatchView.SIDE));
        assertThat(view.lines().get(0)).isEqualTo("x=3, y=79");
        assertThat(view.lines().get(1))
                .matches("ahiq +"
                        + String.format(Locale.ROOT, "%.6f", map.getProcessor().getf(3, SIZE - 1))
                        + " +image -?\\d\\.\\d{6}");
        assertThat(view.lines().get(2)).startsWith("ahiq weight ");
    }
}
