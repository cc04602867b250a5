/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.List;
import org.scijava.service.SciJavaService;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * For scripts: {@code #@ AhiqService ahiq}. Models stay open for the next call.
 *
 * @see sc.fiji.ahiq.Ahiq
 */
public interface AhiqService extends SciJavaService {

    /**
     * Any image that a converter knows: an {@code ImagePlus}, a {@code Dataset} or other imglib2 image, a {@code File}
     * or {@code Path}, or the title, ID or path of an image.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if it is no image, or cannot be found or opened
     */
    ImageSource image(Object image);

    /**
     * Scores every plane of an image with default options; higher is better.
     *
     * @param reference as for {@link #image}
     * @param distorted as for {@link #image}
     * @param model its name or folder; blank or null for the one that comes with the program
     * @throws sc.fiji.ahiq.base.error.AhiqException if an image or the model is not as it should be, or the engine
     *     fails
     */
    List<PlaneScore> score(Object reference, Object distorted, String model);

    /** Scores every plane of an image; see {@link #score(Object, Object, String)}. */
    List<PlaneScore> score(Object reference, Object distorted, ScoringOptions options);
}
