/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.Context;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** The inputs of commands that score: by what, and how. */
abstract class ScoringInputs extends EngineInputs {

    static final String CROPS = "grid: the fewest crops that cover the image\n"
            + "five, nine: corners and centre; and edge middles\n"
            + "random:N: N random crops (published test: 20)\n"
            + "dense:S: overlapping, one every S pixels\n"
            + "smooth:O: overlapping by O pixels, blended\n"
            + "ahiq-s compares whole images, whatever is here";

    static final String SEED = "of all that is random, such as crops";

    @Parameter(
            label = "Metrics",
            description = "separated by commas, such as ahiq,psnr,fsimc\n"
                    + "scores of ahiq by ahiq-s, as people said:\n"
                    + "1 no difference, 0.75 visible, 0.5 slightly\n"
                    + "annoying, 0.25 annoying, 0 very annoying\n"
                    + "'ahiq metrics' or AHIQ Metrics lists them\n"
                    + "script:FILE is a TorchScript file:\n"
                    + "forward(reference, distorted) on two float32\n"
                    + "tensors (1, 3, height, width), with options after it\n"
                    + "script:FILE@range=0:1@size=any@direction=higher;\n"
                    + "range: values for black and white\n"
                    + "size=N: mean over crops of N x N\n"
                    + "direction=lower: lower is better\n"
                    + "a name of a model of another metric, such as st_lpips\n"
                    + "without ahiq no model is needed",
            attrs = {@Attr(name = Input.VALUE, value = "NAMES"), @Attr(name = Input.METRIC_NAMES)},
            persist = false,
            required = false)
    private String metrics;

    @Parameter(
            label = "Model",
            description = MODEL,
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {@Attr(name = Input.SHORT, value = "m"), @Attr(name = Input.VALUE, value = "NAME_OR_DIR")},
            persist = false,
            required = false)
    private String model = "";

    @Parameter(
            label = "Crops",
            description = CROPS,
            attrs = @Attr(name = Input.VALUE, value = "PLAN"),
            persist = false,
            required = false)
    private String crops = "grid";

    @Parameter(label = "Seed", description = SEED, attrs = @Attr(name = Input.RARE), persist = false, required = false)
    private long seed = 0;

    @Parameter(
            label = "Range",
            description = "pixel values that count as black and white:\n"
                    + "type: the whole range of the pixel type\n"
                    + "each-type: of each image's own pixel type\n"
                    + "min-max, display: of the reference\n"
                    + "LO:HI: this interval; such as 0:4095\n"
                    + "auto: type for 8 bits and RGB, min-max for others",
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "RANGE")},
            persist = false,
            required = false)
    private String range = "auto";

    @Parameter(
            label = "Small images",
            description = "images smaller than a crop: none refuses them, reflect mirrors them",
            choices = {"none", "reflect"},
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "MODE")},
            persist = false,
            required = false)
    private String pad = "none";

    /** Supplied by SciJava; null without it. */
    @Parameter(persist = false, required = false)
    private Context context;

    /** @param metrics where none are given; empty if the command has a choice of its own */
    ScoringInputs(String metrics) {
        this.metrics = metrics;
    }

    /** The names as they were given. */
    final String metrics() {
        return metrics;
    }

    final long seed() {
        return seed;
    }

    /** Whether a model was named. */
    final boolean hasModel() {
        return !model.isBlank();
    }

    /** @throws sc.fiji.ahiq.base.error.UsageException if a name is none */
    final MetricSelection selection() {
        Metrics known = context == null ? Metrics.ofClassPath() : Metrics.of(context);
        String names = metrics.isBlank() ? AhiqMetric.NAME : metrics;
        return InputTexts.checked("metrics", names, text -> MetricSelection.parse(text, known, store()));
    }

    /** @throws sc.fiji.ahiq.base.error.UsageException naming the key of the value that is none */
    final ScoringOptions scoring(MetricSelection selection) {
        return ScoringOptions.defaults()
                .withMetrics(selection)
                .withModel(model)
                .withModels(store())
                .withCrops(InputTexts.checked("crops", crops, text -> CropPlan.parse(text, seed)), seed)
                .withRange(InputTexts.checked("range", range, RangeRule::parse))
                .withPadding(InputTexts.checked("pad", pad, Padding::parse))
                .withInference(inference());
    }
}
