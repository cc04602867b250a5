/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import java.util.stream.Collectors;
import sc.fiji.ahiq.command.OpenSamplePair;

/** Opens the images in windows. */
final class SamplePresentation implements Presentation<OpenSamplePair> {

    @Override
    public void start(OpenSamplePair command) {}

    @Override
    public void stop(OpenSamplePair command) {
        command.images().forEach(ImagePlus::show);
    }

    /** The titles, separated by a comma. */
    @Override
    public String result(OpenSamplePair command) {
        return command.images().stream().map(ImagePlus::getTitle).collect(Collectors.joining(","));
    }
}
