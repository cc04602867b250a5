/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.command.ScorePair;
import sc.fiji.ahiq.command.ScoreStack;
import sc.fiji.ahiq.command.ScoringCommand;

/** Rows in the score table while they come, then maps and the table of patches. */
final class ScorePresentation implements Presentation {

    private final ScoringCommand command;
    private final List<ImagePlus> maps = new ArrayList<>();

    ScorePresentation(ScoringCommand command) {
        this.command = command;
    }

    @Override
    public void start() {
        IJ.showStatus("AHIQ: opening the metrics");
        ScoreTable scores = ScoreTable.current();
        List<ScoreTable> tables = command.wantsResults() ? List.of(scores, ScoreTable.results()) : List.of(scores);
        boolean planes = command instanceof ScoreStack;
        command.setFinished(plane -> {
            RowImages images = new RowImages(command.images().orElseThrow(), plane.position(), maps);
            TableRow row = new TableRow(plane.row(), planes, Optional.of(images));
            tables.forEach(table -> table.append(row));
        });
    }

    @Override
    public void stop() {
        IJ.showProgress(1.0);
        IJ.showStatus(command.score().map(score -> "AHIQ: score " + score).orElse("AHIQ: stopped"));
        maps.addAll(command.maps());
        maps.addAll(command.metricMaps());
        maps.forEach(MapWindow::show);
        new MapInspector(command.planes(), command.images()).follow(maps);
        if (command instanceof ScorePair pair && pair.wantsPatches()) {
            PatchTable patches = new PatchTable();
            command.planes().forEach(patches::append);
            patches.show();
        }
    }

    /** The mean score, in all its digits. */
    @Override
    public String result() {
        return command.score().map(String::valueOf).orElse("");
    }
}
