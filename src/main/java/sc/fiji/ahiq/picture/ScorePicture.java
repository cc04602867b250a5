/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.image.ScaledPlane;

/**
 * Shows where images are bad: a row for each pair with the reference, the distorted image, the scores of its patches and the
 * distorted image under the weights of its patches, both in colours from 0 (dark) to 1 (bright). Has no text, for which machines
 * without a display may lack the fonts.
 */
public final class ScorePicture {

    private static final int PANEL = 256;
    private static final int GAP = 6;
    private static final double OPACITY = 0.6;

    private final List<List<BufferedImage>> rows = new ArrayList<>();

    /**
     * Adds a row below the others.
     *
     * @param scores of the patch at each pixel of the images, row by row; NaN where there is none
     * @param weights in the same order
     */
    public void add(ScaledPlane reference, ScaledPlane distorted, float[] scores, float[] weights) {
        rows.add(List.of(
                Thumbnail.of(reference, PANEL).picture(),
                Thumbnail.of(distorted, PANEL).picture(),
                Thumbnail.covered(distorted, Cubehelix.rgb(scores), 1, PANEL).picture(),
                Thumbnail.covered(distorted, Cubehelix.rgb(weights), OPACITY, PANEL)
                        .picture()));
    }

    /** Whether no pair was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * All rows, on white.
     *
     * @throws IllegalStateException if there are none
     */
    public BufferedImage image() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("No pair was added");
        }
        BufferedImage first = rows.get(0).get(0);
        int stepX = first.getWidth() + GAP;
        int stepY = first.getHeight() + GAP;
        int columns = rows.get(0).size();
        BufferedImage image =
                new BufferedImage(columns * stepX - GAP, rows.size() * stepY - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                graphics.drawImage(rows.get(row).get(column), column * stepX, row * stepY, null);
            }
        }
        graphics.dispose();
        return image;
    }
}
