/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.io.Serializable;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ImagePlane;

/**
 * What a user should know of a metric before choosing it.
 *
 * @param name how options call it, and the column of its scores: lower-case letters, digits and underscores, starting
 *     with a letter, such as {@code ms_ssim}; of a certain model, a colon and its name follow, as in {@code ahiq:mine}
 * @param label how it is published, such as {@code MS-SSIM}
 * @param citation authors, title, where and when
 * @param direction which scores are good
 * @param lowest lower end of the range of scores, or negative infinity
 * @param highest upper end of the range of scores, or infinity; where images may be better than their reference, its
 *     score
 * @param needsColour whether it looks at colour; otherwise it only sees the grey image
 * @param minimumSize smallest width and height in pixels
 * @param hasMap whether it tells local quality, too
 * @param hasWeights whether it tells how much local quality counts, too, patch by patch
 * @param needsReference whether it compares; otherwise it looks at the distorted image alone
 */
public record MetricDescription(
        String name,
        String label,
        String citation,
        Direction direction,
        double lowest,
        double highest,
        boolean needsColour,
        int minimumSize,
        boolean hasMap,
        boolean hasWeights,
        boolean needsReference)
        implements Serializable {

    /** @throws UsageException for a name of another form, or a range or size that is none */
    public MetricDescription {
        if (!name.matches("[a-z][a-z0-9_]*(:[\\w.-]+)?")) {
            throw new UsageException("Expected a metric name of lower-case letters, digits and underscores, but found '"
                    + name + "'. Rename the metric.");
        }
        if (!(lowest < highest) || minimumSize < 1) {
            throw new UsageException("Expected an increasing range and a positive minimum size, but the metric " + name
                    + " declares " + lowest + ".." + highest + " and " + minimumSize + ". Correct its description.");
        }
    }

    /** A metric that compares. */
    public MetricDescription(
            String name,
            String label,
            String citation,
            Direction direction,
            double lowest,
            double highest,
            boolean needsColour,
            int minimumSize,
            boolean hasMap,
            boolean hasWeights) {
        this(name, label, citation, direction, lowest, highest, needsColour, minimumSize, hasMap, hasWeights, true);
    }

    /** A metric without weights. */
    public MetricDescription(
            String name,
            String label,
            String citation,
            Direction direction,
            double lowest,
            double highest,
            boolean needsColour,
            int minimumSize,
            boolean hasMap) {
        this(name, label, citation, direction, lowest, highest, needsColour, minimumSize, hasMap, false);
    }

    /** Whether a text is its name, or how it is published, in small letters or capitals. */
    public boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || label.equalsIgnoreCase(text);
    }

    /** The better end of the range; of all metrics but learned ones this is the score of identical images. */
    public double best() {
        return direction == Direction.HIGHER_IS_BETTER ? highest : lowest;
    }

    /** @throws ImageException if an image is smaller than the metric takes */
    public void requireLarge(ImagePlane image) {
        if (Math.min(image.width(), image.height()) < minimumSize) {
            throw new ImageException(label + " needs images of at least " + minimumSize + " x " + minimumSize
                    + " pixels, but these are " + image.width() + " x " + image.height()
                    + ". Choose another metric or larger images.");
        }
    }

    /** @throws ImageException for NaN */
    public void requireDefined(double score) {
        if (Double.isNaN(score)) {
            throw new ImageException(label + " is not defined for this pair: its score is NaN. Choose another metric.");
        }
    }
}
