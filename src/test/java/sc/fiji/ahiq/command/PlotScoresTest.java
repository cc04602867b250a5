/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.io.FileSaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.error.UsageException;

class PlotScoresTest {

    private static final String STACK =
            """
            reference,distorted,slice,frame,ahiq,psnr,error,sd,model
            r,d,1,1,0.5,30,,0.1,tiny
            r,d,2,1,0.4,28,,0.2,tiny
            r,d,3,1,0.2,21,,0.05,tiny
            r,e,3,1,0.4,23,,0.05,tiny
            r,e,4,1,,,failed,,tiny
            """;

    @TempDir
    private Path folder;

    private Plot plot(String table, Object... inputs) throws Exception {
        CommandModule module = new CommandModule(new CommandInfo(PlotScores.class));
        module.setInput(
                "table", Files.writeString(folder.resolve("scores.csv"), table).toFile());
        for (int i = 0; i < inputs.length; i += 2) {
            module.setInput((String) inputs[i], inputs[i + 1]);
        }
        ((PlotScores) module.getCommand()).run();
        ImagePlus image = (ImagePlus) module.getOutput("plot");
        Path screenshots = Files.createDirectories(Path.of("target/screenshots"));
        new FileSaver(image)
                .saveAsPng(screenshots
                        .resolve("plot-" + Arrays.toString(inputs).replaceAll("\\W", "") + ".png")
                        .toString());
        return (Plot) image.getProperty(Plot.PROPERTY_KEY);
    }

    @Test
    void metricsAreDrawnOverSlicesWithMeansAndDeviationsOfRows() throws Exception {
        Plot plot = plot(STACK);

        assertThat(plot.getLabel('x')).isEqualTo("slice");
        float[][] ahiq = plot.getDataObjectArrays(0);
        assertThat(ahiq[0]).containsExactly(1, 2, 3);
        assertThat(ahiq[1]).containsExactly(0.5f, 0.4f, 0.3f);
        assertThat(ahiq[3]).as("of crops, of crops, of two rows").containsExactly(0.1f, 0.2f, (float) Math.sqrt(0.02));
        float[][] psnr = plot.getDataObjectArrays(1);
        assertThat(psnr[1]).containsExactly(30, 28, 22);
        assertThat(psnr[3]).containsExactly(0, 0, (float) Math.sqrt(2));
    }

    @Test
    void aColumnOfTextsHasItsTextsAsPlaces() throws Exception {
        Plot plot = plot(STACK, "x", "distorted", "metrics", "ahiq", "error_bars", false);

        assertThat(plot.getLabel('x')).isEqualTo("{d,e}");
        assertThat(plot.getLabel('y')).isEqualTo("ahiq");
        assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(0, 1);
        assertThat(plot.getDataObjectArrays(0)[1]).containsExactly((float) (1.1 / 3), 0.4f);
        assertThat(plot.getNumPlotObjects()).isEqualTo(1);
    }

    @Test
    void metricsOfDifferentRangesFitIntoOnePlot() throws Exception {
        Plot plot = plot(STACK, "rescale", true);

        assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(1, 0.5f, 0);
        assertThat(plot.getDataObjectArrays(1)[1]).containsExactly(1, 0.75f, 0);
        assertThat(plot.getLimits()[3]).isLessThan(2.5);
    }

    @Test
    void rowsAreCountedWhereNothingElseVaries() throws Exception {
        Plot plot = plot("reference,distorted,ssim\nr,a,0.5\nr,b,0.7\n");

        assertThat(plot.getLabel('x')).isEqualTo("row");
        assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(1, 2);
    }

    @Test
    void whatIsNotInTheTableIsNamed() {
        assertThatThrownBy(() -> plot(STACK, "x", "level"))
                .isInstanceOf(UsageException.class)
                .hasMessage("x=level: expected a column of the table, out of reference, distorted, slice, frame, ahiq,"
                        + " psnr, error, sd, model.");
        assertThatThrownBy(() -> plot(STACK, "metrics", "ssim"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("metrics=ssim: expected a column of the table");
        assertThatThrownBy(() -> new PlotScores().run())
                .isInstanceOf(UsageException.class)
                .hasMessage("There are no scores to plot: score images first, or give table=FILE.");
    }
}
