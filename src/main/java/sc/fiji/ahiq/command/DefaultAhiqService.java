/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.List;
import java.util.function.Supplier;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** Scores with the networks that menus and commands use, too. */
@Plugin(type = Service.class, label = "AHIQ service")
public final class DefaultAhiqService extends AbstractService implements AhiqService {

    @Parameter
    private ConvertService converters;

    @Override
    public ImageSource image(Object image) {
        return inWords(() -> find(image));
    }

    private ImageSource find(Object image) {
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
        ScoringOptions defaults = ScoringOptions.defaults();
        return score(
                reference,
                distorted,
                defaults.withModel(model == null ? "" : model)
                        .withInference(defaults.inference().withEngine(EngineSettings.ofEnvironment())));
    }

    @Override
    public List<PlaneScore> score(Object reference, Object distorted, ScoringOptions options) {
        return inWords(() -> SharedModels.score(find(reference), find(distorted), options));
    }

    private static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (AhiqException e) {
            throw e.in(MenuWords::of);
        }
    }
}
