/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.Prefs;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;
import java.awt.MenuBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** The table in its window. */
class ScoreTableTest {

    private static final List<String> FEW = List.of("reference", "distorted", "psnr", "ahiq", "error", "sd", "model");

    @TempDir
    private static Path folder;

    @BeforeEach
    void requireDisplay() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        Prefs.set("ahiq.showAllColumns", false);
    }

    @AfterEach
    void close() {
        if (WindowManager.getFrame(ScoreTable.TITLE) instanceof TextWindow window) {
            window.close(false);
        }
        Prefs.set("ahiq.showAllColumns", false);
    }

    private static ScoreRow row(String distorted, double seconds) {
        RunInfo run = new RunInfo(
                List.of(
                        scorer("psnr", Map.of()),
                        scorer("ahiq", Map.of("crop_plan", "grid", "model", "tiny", "seed", 5L))),
                ScoringOptions.defaults(),
                "1.2.3");
        return ScoreRow.failed("a.png", distorted, "failed after " + seconds, run)
                .at(new PlanePosition(0, 1, 2), new Region(0, 0, 7, 9));
    }

    private static RunInfo.Scorer scorer(String name, Map<String, Object> provenance) {
        return new RunInfo.Scorer(
                new MetricDescription(name, name, "", Direction.HIGHER_IS_BETTER, 0, 1, false, 1, false),
                provenance,
                List.of());
    }

    private static List<String> shown() {
        return List.of(ResultsTable.getResultsTable(ScoreTable.TITLE).getHeadings());
    }

    @Test
    void showsWhatMostPeopleLookAtWithTheErrorBesideTheScores() {
        ScoreTable.current().append(new TableRow(row("b.png", 1), false, Optional.empty()));

        assertThat(shown()).isEqualTo(FEW);
    }

    @Test
    void planesOfStacksAreTold() {
        ScoreTable.current().append(new TableRow(row("b.png", 1), true, Optional.empty()));

        assertThat(shown()).containsSequence("distorted", "slice", "frame", "psnr");
    }

    @Test
    void allColumnsAreSavedAndReadByMacros() throws Exception {
        ScoreTable.current().append(new TableRow(row("b.png", 1), false, Optional.empty()));
        Path file = folder.resolve("scores.csv");

        AhiqPlugIn.saveScores(file.toString());

        Map<String, Object> cells = new LinkedHashMap<>(row("b.png", 1).cells());
        assertThat(Files.readAllLines(file).get(0).split(",")).containsExactlyInAnyOrderElementsOf(cells.keySet());
        assertThat(AhiqPlugIn.get("region")).isEqualTo("0,0,7,9");
        assertThat(AhiqPlugIn.get("seed")).isEqualTo("5");
    }

    @Test
    void aTableOfScoresIsReplacedAndNoOtherFile() throws Exception {
        ScoreTable.current().append(new TableRow(row("b.png", 1), false, Optional.empty()));
        Path file = folder.resolve("scores.csv");
        AhiqPlugIn.saveScores(file.toString());
        ScoreTable.current().append(new TableRow(row("c.png", 1), false, Optional.empty()));
        AhiqPlugIn.saveScores(file.toString());
        assertThat(Files.readAllLines(file)).hasSize(3);

        Path other = Files.writeString(folder.resolve("b.png"), "pixels, reference");
        assertThatThrownBy(() -> AhiqPlugIn.saveScores(other.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage(other + " exists and is no table of scores, so it is not replaced. Save the table under"
                        + " another name.");
        assertThat(other).hasContent("pixels, reference");
    }

    @Test
    void allColumnsAreShownOnDemandAndHiddenAgain() {
        ScoreTable.current().append(new TableRow(row("b.png", 1), false, Optional.empty()));

        ScoreTable.current().showAll(true);
        assertThat(shown()).contains("region", "seed", "version").containsSequence("ahiq", "error", "sd");
        ScoreTable.current().append(new TableRow(row("c.png", 1), false, Optional.empty()));
        assertThat(ResultsTable.getResultsTable(ScoreTable.TITLE).size()).isEqualTo(2);

        ScoreTable.current().showAll(false);
        assertThat(shown()).isEqualTo(FEW);
        assertThat(AhiqPlugIn.get("distorted", "1")).isEqualTo("c.png");
    }

    @Test
    void rowsAreFoundAgainAfterTheUserDeletedAndSortedSome() {
        ScoreTable.current().append(new TableRow(row("c.png", 1), false, Optional.empty()));
        ScoreTable.current().append(new TableRow(row("b.png", 2), false, Optional.empty()));
        ScoreTable.current().append(new TableRow(row("a.png", 3), false, Optional.empty()));
        ResultsTable table = ResultsTable.getResultsTable(ScoreTable.TITLE);
        table.deleteRow(1);
        table.sort("distorted");
        table.addRow();
        table.addValue("distorted", "mine");
        table.show(ScoreTable.TITLE);

        ScoreTable scores = ScoreTable.current();

        assertThat(scores.cell("error", Optional.of("0"))).isEqualTo("failed after 3.0");
        assertThat(scores.cell("seed", Optional.of("0"))).isEqualTo("5");
        assertThat(scores.cell("error", Optional.of("1"))).isEqualTo("failed after 1.0");
        assertThat(scores.cell("distorted", Optional.of("2"))).isEqualTo("mine");
        assertThat(scores.cell("seed", Optional.of("2"))).isEqualTo("NaN");
    }

    @Test
    void theWindowHasAMenuOnce() {
        ScoreTable.current().append(new TableRow(row("b.png", 1), false, Optional.empty()));
        ScoreTable.current().append(new TableRow(row("c.png", 1), false, Optional.empty()));

        MenuBar bar = WindowManager.getFrame(ScoreTable.TITLE).getMenuBar();
        long menus = IntStream.range(0, bar.getMenuCount())
                .filter(i -> bar.getMenu(i).getLabel().equals("AHIQ"))
                .count();
        assertThat(menus).isEqualTo(1);
    }
}
