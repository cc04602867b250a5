/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * What is to be scored, and how.
 *
 * @param reference as many channels, slices and frames as the distorted image, or one that serves all
 * @param model folder of the model; may be null where AHIQ is not among the metrics of {@code scoring}
 * @param channels what channels mean
 * @param region to compare; empty for the selection of the distorted image, or else whole planes
 */
public record ScoreRequest(
        ImageSource reference,
        ImageSource distorted,
        Path model,
        ScoringOptions scoring,
        InferenceOptions inference,
        ChannelMode channels,
        Optional<Region> region) {

    /** Default options: a grid of crops, range {@code auto}, any device, channels are grey or RGB. */
    public static ScoreRequest of(ImageSource reference, ImageSource distorted, Path model) {
        return new ScoreRequest(
                reference,
                distorted,
                model,
                ScoringOptions.defaults(),
                InferenceOptions.defaults(),
                ChannelMode.RGB,
                Optional.empty());
    }

    public ScoreRequest withScoring(ScoringOptions options) {
        return new ScoreRequest(reference, distorted, model, options, inference, channels, region);
    }

    public ScoreRequest withInference(InferenceOptions options) {
        return new ScoreRequest(reference, distorted, model, scoring, options, channels, region);
    }
}
