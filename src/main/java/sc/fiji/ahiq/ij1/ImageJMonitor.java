/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreMonitor;

/** Progress in ImageJ's status bar, rows in the score table; Escape stops before the next batch of crops. */
final class ImageJMonitor implements ScoreMonitor {

    private final ScoreTable table;
    private final StatusBar status = new StatusBar();

    ImageJMonitor(ScoreTable table) {
        this.table = table;
    }

    @Override
    public void progress(int donePlanes, int planes, int doneCrops, int crops) {
        status.update(
                (donePlanes + (double) doneCrops / crops) / planes,
                "pair " + (donePlanes + 1) + " of " + planes + ", step " + doneCrops + " of " + crops);
    }

    @Override
    public void finished(PlaneScore plane) {
        table.append(plane.row());
    }
}
