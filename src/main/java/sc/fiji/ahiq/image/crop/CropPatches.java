/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;

/**
 * See {@link PatchMaps#ofCrops}. Holds 8 n<sup>2</sup> bytes per crop.
 */
final class CropPatches extends PatchMaps {

    private final int cropSize;
    private final int patchSize;
    private final CropWindow window;
    private final Crop[] crops;
    private final CropRows rows;
    private final float[][] patchScores;
    private final float[][] patchWeights;

    CropPatches(
            int width,
            int height,
            int cropSize,
            int blend,
            List<Crop> crops,
            float[][] patchScores,
            float[][] patchWeights) {
        super(width, height);
        if (crops.isEmpty() || crops.size() != patchScores.length || crops.size() != patchWeights.length) {
            throw new IllegalArgumentException("Expected scores and weights of each of " + crops.size()
                    + " crops, at least one; found " + patchScores.length + " and " + patchWeights.length);
        }
        this.cropSize = cropSize;
        this.patchSize = patchSize(cropSize, patchScores[0].length);
        this.crops = crops.toArray(Crop[]::new);
        for (Crop crop : this.crops) {
            if (crop.left() >= width || crop.top() >= height) {
                throw new IllegalArgumentException(crop + " lies outside the image of " + width + " x " + height);
            }
        }
        this.window = new CropWindow(cropSize, blend);
        this.rows = new CropRows(this.crops, cropSize);
        requireGrids(patchScores);
        requireGrids(patchWeights);
        this.patchScores = patchScores.clone();
        this.patchWeights = patchWeights.clone();
    }

    private static int patchSize(int cropSize, int patches) {
        int n = (int) Math.round(Math.sqrt(patches));
        if (n < 1 || n * n != patches || cropSize < 1 || cropSize % n != 0) {
            throw new IllegalArgumentException(
                    patches + " patches are not a square grid that divides a crop of " + cropSize + " pixels");
        }
        return cropSize / n;
    }

    private void requireGrids(float[][] grids) {
        int n = cropSize / patchSize;
        for (int i = 0; i < grids.length; i++) {
            if (grids[i].length != n * n) {
                throw new IllegalArgumentException(
                        "Crop " + i + " has " + grids[i].length + " patches, not " + n + " x " + n);
            }
        }
    }

    @Override
    public void forEachPatch(PatchVisitor visitor) {
        int n = cropSize / patchSize;
        for (int c = 0; c < crops.length; c++) {
            for (int i = 0; i < n * n; i++) {
                int left = crops[c].left() + i % n * patchSize;
                int top = crops[c].top() + i / n * patchSize;
                visitor.patch(c, left, top, patchScores[c][i], patchWeights[c][i]);
            }
        }
    }

    @Override
    public int patchSize() {
        return patchSize;
    }

    @Override
    public double coverage() {
        return rows.coveredPixels(width(), height()) / ((double) width() * height());
    }

    @Override
    int render(int y, StitchedRow row) {
        row.clear();
        int end = Math.min(height(), rows.nextTop(y));
        for (int i : rows.in(y)) {
            Crop crop = crops[i];
            int patchRow = (y - crop.top()) / patchSize;
            int n = cropSize / patchSize;
            row.add(
                    crop.left(),
                    patchSize,
                    n,
                    patchRow,
                    patchScores[i],
                    patchWeights[i],
                    window.row(crop, y, width(), height()));
            end = Math.min(end, window.isFlat() ? crop.top() + (patchRow + 1) * patchSize : y + 1);
        }
        row.finish();
        return end;
    }
}
