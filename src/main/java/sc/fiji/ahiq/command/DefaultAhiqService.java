/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.List;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import sc.fiji.ahiq.Ahiq;
import sc.fiji.ahiq.ScoreRequest;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreMonitor;

/** Scores with the networks that menus and commands use, too. */
@Plugin(type = Service.class)
public final class DefaultAhiqService extends AbstractService implements AhiqService {

    @Parameter
    private ConvertService converters;

    @Override
    public ImageSource image(Object image) {
        if (image == null || !converters.supports(image, ImageSource.class)) {
            throw new ImageException(
                    "Expected an ImagePlus, an imglib2 image, a file, or the title, ID or path of an image,"
                            + " but found "
                            + (image == null ? "nothing" : image.getClass().getName()) + ".");
        }
        return converters.convert(image, ImageSource.class);
    }

    @Override
    public List<PlaneScore> score(Object reference, Object distorted, String model) {
        ScoreRequest request = ScoreRequest.of(
                image(reference), image(distorted), ModelStore.of(null).findOrDefault(model));
        return score(request.withInference(new InferenceOptions(
                DeviceChoice.AUTO, Precision.FLOAT32, request.inference().batch(), EngineSettings.ofEnvironment())));
    }

    @Override
    public List<PlaneScore> score(ScoreRequest request) {
        return Ahiq.shared().score(request, ScoreMonitor.NONE);
    }
}
