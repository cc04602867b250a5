/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreRow;

class ScoreStackTest {

    private static final Consumer<PlaneScore> NOBODY = plane -> {};
    private static final int SLICES = 200;

    private static final int SIZE = 40;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeModel() {
        CompactModel.write(folder.resolve("model"));
    }

    private static ScoringCommand run(
            Class<? extends ScoringCommand> type, ImagePlus reference, ImagePlus distorted, Object... further)
            throws Exception {
        return follow(type, reference, distorted, NOBODY, further);
    }

    private static ScoringCommand follow(
            Class<? extends ScoringCommand> type,
            ImagePlus reference,
            ImagePlus distorted,
            Consumer<PlaneScore> finished,
            Object... further)
            throws Exception {
        ScoringCommand command = prepare(type, reference, distorted, finished, further);
        command.run();
        return command;
    }

    private static ScoringCommand prepare(
            Class<? extends ScoringCommand> type,
            ImagePlus reference,
            ImagePlus distorted,
            Consumer<PlaneScore> finished,
            Object... further)
            throws Exception {
        Map<String, Object> inputs = new HashMap<>(
                Map.of("device", "cpu", "model", folder.resolve("model").toString()));
        inputs.put("reference", new ImagePlusSource(reference));
        inputs.put("distorted", new ImagePlusSource(distorted));
        for (int i = 0; i < further.length; i += 2) {
            inputs.put((String) further[i], further[i + 1]);
        }
        CommandModule module = new CommandModule(new CommandInfo(type));
        module.setInputs(inputs);
        ScoringCommand command = (ScoringCommand) module.getCommand();
        command.setFinished(finished);
        return command;
    }

    private static ThrowableAssert.ThrowingCallable running(
            Class<? extends ScoringCommand> type, ImagePlus reference, ImagePlus distorted, Object... further)
            throws Exception {
        return prepare(type, reference, distorted, NOBODY, further)::run;
    }

    private static ByteProcessor noise(int seed, int size) {
        byte[] pixels = new byte[size * size];
        new Random(seed).nextBytes(pixels);
        return new ByteProcessor(size, size, pixels);
    }

    private static ImagePlus stack(int channels, int slices, int frames) {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        for (int i = 1; i <= channels * slices * frames; i++) {
            stack.addSlice(noise(i, SIZE));
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(channels, slices, frames);
        return image;
    }

    private static double single(ImageProcessor reference, ImageProcessor distorted) throws Exception {
        return run(ScorePair.class, new ImagePlus("a", reference), new ImagePlus("b", distorted))
                .score()
                .orElseThrow();
    }

    @Test
    void oneReferenceServesAllPlanesAsIfScoredAlone() throws Exception {
        ImagePlus stack = stack(1, 3, 2);

        ScoringCommand command = run(ScoreStack.class, new ImagePlus("r", noise(99, SIZE)), stack);

        assertThat(command.scores()).hasSize(6);
        for (ScoreRow row : command.scores()) {
            int index = stack.getStackIndex(
                    1, (int) row.cells().get("slice"), (int) row.cells().get("frame"));
            assertThat(row.cells().get("ahiq"))
                    .isEqualTo(single(noise(99, SIZE), stack.getStack().getProcessor(index)));
        }
    }

    @Test
    void channelsAreScoredEachByItself() throws Exception {
        ImagePlus stack = stack(2, 1, 1);

        ScoringCommand command = run(ScorePair.class, stack(2, 1, 1), stack, "channels", "each");

        assertThat(command.scores())
                .extracting(row -> row.cells().get("channel"))
                .containsExactly(1, 2);
    }

    @Test
    void twoChannelsAreNeitherGreyNorRgb() throws Exception {
        assertThatThrownBy(running(ScorePair.class, stack(2, 1, 1), stack(2, 1, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected for channels=rgb 1 channel (grey) or 3 (red, green, blue), but stack has 2. Use"
                                + " channels=each to score each by itself, or channels=merge for what a composite image shows.");
    }

    @Test
    void mergedChannelsLookAsTheCompositeDoes() throws Exception {
        ImagePlus reference = new CompositeImage(stack(2, 1, 1), CompositeImage.COMPOSITE);
        ImagePlus distorted = stack(2, 1, 1);
        distorted.getStack().getProcessor(1).invert();
        ImagePlus shown = new CompositeImage(distorted.duplicate(), CompositeImage.COMPOSITE);
        for (int c = 1; c <= 2; c++) {
            ((CompositeImage) shown).setChannelLut(((CompositeImage) reference).getChannelLut(c), c);
        }

        ScoringCommand command = run(ScorePair.class, reference, distorted, "channels", "merge");

        assertThat(command.score())
                .hasValue(single(
                        reference.flatten().getProcessor(), shown.flatten().getProcessor()));
    }

    @Test
    void referenceWithAnotherNumberOfSlicesIsRefused() throws Exception {
        assertThatThrownBy(running(ScoreStack.class, stack(1, 2, 1), stack(1, 3, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("Expected a reference with 1 or 3 slices")
                .hasMessageContaining("reference=stack has 2");
    }

    @Test
    void pairRefusesStacks() throws Exception {
        assertThatThrownBy(running(ScorePair.class, stack(1, 1, 1), stack(1, 3, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("distorted=stack has 3 slices and 1 frames. Use AHIQ Score Stack...");
    }

    @Test
    void planeThatCannotBeScoredGetsARowAndTheOthersAScore() throws Exception {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        for (int i = 1; i <= 3; i++) {
            stack.addSlice(noise(i, SIZE).convertToFloat());
        }
        stack.getProcessor(2).setf(5, 5, Float.NaN);

        ScoringCommand command = prepare(
                ScoreStack.class,
                new ImagePlus("r", noise(9, SIZE).convertToFloat()),
                new ImagePlus("s", stack),
                plane -> {});

        assertThatThrownBy(command::run)
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("1 of 3 planes could not be scored; the first, slice 2, frame 1: ");
        assertThat(command.scores())
                .extracting(row -> row.cells().get("ahiq") == null)
                .containsExactly(false, true, false);
        assertThat(command.scores().get(1).error()).contains("NaN");
    }

    @Test
    void selectionRestrictsBothImages() throws Exception {
        ImagePlus reference = new ImagePlus("a", noise(1, 64));
        ImagePlus distorted = new ImagePlus("b", noise(2, 64));
        distorted.setRoi(10, 20, 50, 40);
        distorted.getCalibration().pixelWidth = 0.5;

        ScoringCommand command = run(ScorePair.class, reference, distorted, "maps", true);

        reference.setRoi(10, 20, 50, 40);
        assertThat(command.score())
                .hasValue(
                        single(reference.crop().getProcessor(), distorted.crop().getProcessor()));
        assertThat(command.scores().get(0).cells()).containsEntry("region", "10,20,50,40");
        ImagePlus map = command.maps().get(0);
        assertThat(map.getWidth()).isEqualTo(50);
        assertThat(map.getCalibration().getX(0))
                .isEqualTo(distorted.getCalibration().getX(10));
        assertThat(map.getCalibration().getY(3))
                .isEqualTo(distorted.getCalibration().getY(23));
    }

    @Test
    void otherMetricsSeeTheRegionAndTheirMapsItsPlace() throws Exception {
        ImagePlus reference = new ImagePlus("a", noise(1, 64));
        ImagePlus distorted = new ImagePlus("b", noise(2, 64));
        distorted.setRoi(10, 20, 50, 40);
        distorted.getCalibration().pixelWidth = 0.5;

        ScoringCommand command =
                run(ScorePair.class, reference, distorted, "metrics", "gmsd,ssim", "model", null, "maps", true);

        reference.setRoi(10, 20, 50, 40);
        assertThat(run(ScorePair.class, reference.crop(), distorted.crop(), "metrics", "gmsd")
                        .score())
                .isEqualTo(command.score());
        assertThat(command.maps()).isEmpty();
        assertThat(command.metricMaps()).extracting(ImagePlus::getTitle).containsExactly("gmsd of b", "ssim of b");
        ImagePlus shrunk = command.metricMaps().get(0);
        assertThat(shrunk.getBitDepth()).isEqualTo(32);
        assertThat(shrunk.getWidth()).isEqualTo(25);
        assertThat(shrunk.getCalibration().getX(3))
                .isEqualTo(distorted.getCalibration().getX(16));
        ImagePlus withoutBorder = command.metricMaps().get(1);
        assertThat(withoutBorder.getWidth()).isEqualTo(40);
        assertThat(withoutBorder.getCalibration().getY(0))
                .isEqualTo(distorted.getCalibration().getY(25));
    }

    @Test
    void mapsOfOtherMetricsAreStacksAsThoseOfAhiq() throws Exception {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        for (int i = 1; i <= 3; i++) {
            stack.addSlice(noise(i, SIZE).convertToFloat());
        }
        stack.getProcessor(2).setf(5, 5, Float.NaN);

        ScoringCommand command = prepare(
                ScoreStack.class,
                new ImagePlus("r", noise(9, SIZE).convertToFloat()),
                new ImagePlus("s", stack),
                plane -> {},
                "metrics",
                "gsm,ahiq",
                "maps",
                true);

        assertThatThrownBy(command::run)
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("1 of 3 planes could not be scored");

        ImagePlus map = command.metricMaps().get(0);
        assertThat(map.getNSlices())
                .isEqualTo(3)
                .isEqualTo(command.maps().get(0).getNSlices());
        assertThat(map.getStack().getProcessor(1).getf(5, 5)).isBetween(0f, 1f);
        assertThat(map.getStack().getProcessor(2).getf(5, 5)).isNaN();
        assertThat(command.scores())
                .extracting(row -> row.cells().get("gsm") == null)
                .containsExactly(false, true, false);
    }

    @Test
    void planeThatOneMetricCannotScoreKeepsTheScoreOfTheOther() throws Exception {
        ScoringCommand command = prepare(
                ScorePair.class,
                new ImagePlus("a", noise(1, 20)),
                new ImagePlus("b", noise(2, 20)),
                plane -> {},
                "metrics",
                "psnr,ahiq");

        assertThatThrownBy(command::run)
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("ahiq: Expected an image of at least 32 x 32 pixels");
        assertThat(command.scores().get(0).cells().get("psnr")).isNotNull();
        assertThat(command.score())
                .hasValue((Double) command.scores().get(0).cells().get("psnr"));
    }

    @Test
    void overlayNeedsAhiq() throws Exception {
        assertThatThrownBy(running(
                        ScorePair.class,
                        new ImagePlus("a", noise(1, 20)),
                        new ImagePlus("b", noise(2, 20)),
                        "metrics",
                        "psnr",
                        "overlay",
                        true))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "overlay=true: expected ahiq among the metrics, whose weights it shows, but found metrics=psnr.");
    }

    @Test
    void selectionThatIsNoRectangleIsRefused() throws Exception {
        ImagePlus distorted = new ImagePlus("b", noise(2, 64));
        distorted.setRoi(new OvalRoi(5, 5, 40, 40));

        assertThatThrownBy(running(ScorePair.class, new ImagePlus("a", noise(1, 64)), distorted))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected a rectangular selection or none, but b has one of type Oval. Use Edit > Selection >"
                                + " To Bounding Box, or Select None.");
    }

    @Test
    void mapsOfDenseRunsGiveTheScore() throws Exception {
        ScoringCommand command = run(
                ScorePair.class,
                new ImagePlus("a", noise(1, 64)),
                new ImagePlus("b", noise(2, 64)),
                "crops",
                "dense:8",
                "maps",
                true);

        float[] f = (float[]) command.maps().get(0).getProcessor().getPixels();
        float[] w = (float[]) command.maps().get(1).getProcessor().getPixels();
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < f.length; i++) {
            numerator += (double) f[i] * w[i];
            denominator += w[i];
        }
        assertThat(command.score()).hasValue(numerator / denominator);
    }

    @Test
    void overlayFollowsSlicesAndSurvivesSavingAndASecondRun() throws Exception {
        ImagePlus stack = stack(1, 3, 1);
        ImagePlus reference = new ImagePlus("r", noise(99, SIZE));
        run(ScoreStack.class, reference, stack, "overlay", true, "outlines", true, "crops", "five");
        int elements = stack.getOverlay().size();

        run(ScoreStack.class, reference, stack, "overlay", true, "outlines", true, "crops", "five");
        IJ.saveAsTiff(stack, folder.resolve("overlay.tif").toString());
        ImagePlus opened = IJ.openImage(folder.resolve("overlay.tif").toString());

        assertThat(stack.getOverlay().size()).isEqualTo(elements).isEqualTo(3 * (1 + 5));
        assertThat(opened.getOverlay().size()).isEqualTo(elements);
        assertThat(opened.getOverlay().get(17).getPosition()).isEqualTo(3);
    }

    @Test
    void tiffStackOnDiskScoresAsInImageJ() throws Exception {
        ImageStack planes = new ImageStack(SIZE, SIZE);
        for (int i = 1; i <= 3; i++) {
            planes.addSlice(noise(i, SIZE).convertToShort(false));
        }
        ImagePlus stack = new ImagePlus("stack", planes);
        IJ.saveAsTiff(stack, folder.resolve("stack.tif").toString());
        ImagePlus reference = new ImagePlus("r", noise(7, SIZE).convertToShort(false));

        ScoringCommand command =
                run(ScoreStack.class, reference, stack, "distorted", ImageFiles.source(folder.resolve("stack.tif")));

        assertThat(command.scores())
                .extracting(row -> row.cells().get("ahiq"))
                .containsExactlyElementsOf(run(ScoreStack.class, reference, stack).scores().stream()
                        .map(row -> row.cells().get("ahiq"))
                        .toList());
    }

    /** 200 slices of 1024 x 1024 16-bit pixels are 400 MiB; the network looks at a few crops of each. */
    @Test
    void virtualStackIsReadSliceBySlice() throws Exception {
        CountingStack planes = new CountingStack();
        ImagePlus reference = new ImagePlus("r", planes.getProcessor(1000));
        System.gc();
        long before = usedBytes();
        long[] most = {0};

        ScoringCommand command = follow(
                ScoreStack.class,
                reference,
                new ImagePlus("virtual", planes),
                plane -> {
                    if (plane.position().slice() % 50 == 0) {
                        System.gc();
                        most[0] = Math.max(most[0], usedBytes() - before);
                    }
                },
                "crops",
                "five",
                "range",
                "0:65535",
                "maps",
                true);

        assertThat(command.scores()).hasSize(200);
        assertThat(most[0]).isLessThan(64L << 20);
        assertThat(command.maps().get(0).getStackSize()).isEqualTo(200);
        assertThat(command.maps().get(0).getStack().getProcessor(200)).isInstanceOf(FloatProcessor.class);
    }

    @Test
    void cancellingKeepsFinishedRows() throws Exception {
        for (int slice : List.of(1, 2, 117)) {
            CountingStack planes = new CountingStack();
            ScoringCommand command = prepare(
                    ScoreStack.class,
                    new ImagePlus("r", planes.getProcessor(1000)),
                    new ImagePlus("virtual", planes),
                    NOBODY,
                    "crops",
                    "five",
                    "range",
                    "0:65535");
            command.setProgress((done, total) -> {
                if (done > (slice - 1) * total / SLICES) {
                    throw new CancelledException();
                }
            });

            assertThatThrownBy(command::run)
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("Cancelled.");
            assertThat(command.scores()).hasSize(slice - 1);
            assertThat(command.maps()).isEmpty();
        }
    }

    private static long usedBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Makes slices when they are asked for. */
    private static final class CountingStack extends VirtualStack {

        CountingStack() {
            super(1024, 1024);
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            short[] pixels = new short[1024 * 1024];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (short) (i * n >> 3);
            }
            return new ShortProcessor(1024, 1024, pixels, null);
        }

        @Override
        public int size() {
            return 200;
        }

        @Override
        public int getSize() {
            return 200;
        }

        @Override
        public String getSliceLabel(int n) {
            return null;
        }

        @Override
        public int getBitDepth() {
            return 16;
        }
    }
}
