/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import net.imglib2.display.ColorTable;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.IterableRandomAccessibleInterval;
import org.scijava.Named;
import sc.fiji.ahiq.image.ImageSource;

/** Has the methods by which ImageJ2's Dataset tells its axes, their scales and the colours of its channels. */
public final class LabelledImage extends IterableRandomAccessibleInterval<UnsignedByteType> implements Named {

    private final String[] labels;
    private double scale = 1;
    private double origin;
    private String unit;
    private ColorTable colours;
    private double black = Double.NaN;
    private double white = Double.NaN;

    LabelledImage(Img<UnsignedByteType> pixels, String... labels) {
        super(pixels);
        this.labels = labels;
    }

    LabelledImage scaled(double scale, double origin, String unit) {
        this.scale = scale;
        this.origin = origin;
        this.unit = unit;
        return this;
    }

    /** The first channel; the others have no table and no contrast of their own. */
    LabelledImage coloured(ColorTable table, double black, double white) {
        this.colours = table;
        this.black = black;
        this.white = white;
        return this;
    }

    ImageSource source() {
        return ImageSource.of(this);
    }

    public Axis axis(int dimension) {
        return new Axis(labels[dimension], scale, origin, unit);
    }

    public int getColorTableCount() {
        return colours == null ? 0 : 1;
    }

    public ColorTable getColorTable(int channel) {
        return channel == 0 ? colours : null;
    }

    public double getChannelMinimum(int channel) {
        return channel == 0 ? black : Double.NaN;
    }

    public double getChannelMaximum(int channel) {
        return channel == 0 ? white : Double.NaN;
    }

    @Override
    public String getName() {
        return "labelled";
    }

    @Override
    public void setName(String name) {
        throw new UnsupportedOperationException();
    }

    /** An axis whose type is itself. */
    public record Axis(String label, double scale, double origin, String unit) {

        public Axis type() {
            return this;
        }

        public String getLabel() {
            return label;
        }

        public double calibratedValue(double position) {
            return origin + scale * position;
        }
    }
}
