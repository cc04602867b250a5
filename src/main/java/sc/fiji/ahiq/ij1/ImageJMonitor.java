/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.util.Locale;
import sc.fiji.ahiq.error.CancelledException;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreMonitor;

/** Progress in ImageJ's status bar, rows in the score table; Escape stops before the next batch of crops. */
final class ImageJMonitor implements ScoreMonitor {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ScoreTable table;
    private final long start = System.nanoTime();

    ImageJMonitor(ScoreTable table) {
        this.table = table;
        IJ.resetEscape();
    }

    @Override
    public void progress(int donePlanes, int planes, int doneCrops, int crops) {
        if (IJ.escapePressed()) {
            throw new CancelledException();
        }
        double done = (donePlanes + (double) doneCrops / crops) / planes;
        IJ.showProgress(done);
        IJ.showStatus(status(donePlanes, planes, doneCrops, crops, done));
    }

    private String status(int donePlanes, int planes, int doneCrops, int crops, double done) {
        double elapsed = (System.nanoTime() - start) / NANOS_PER_SECOND;
        String left = done == 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", elapsed * (1 - done) / done);
        return "AHIQ: pair " + (donePlanes + 1) + " of " + planes + ", crop " + doneCrops + " of " + crops + left
                + " (Esc stops)";
    }

    @Override
    public void finished(PlaneScore plane) {
        table.append(plane.row());
    }
}
