/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.Output;

/** Shows what a command declares as its outputs: images in windows, texts in the log. */
final class OutputPresentation implements Presentation {

    private final CommandModule module;

    OutputPresentation(CommandModule module) {
        this.module = module;
    }

    @Override
    public void start() {
        IJ.showStatus("AHIQ: working");
    }

    @Override
    public void stop() {
        IJ.showProgress(1.0);
        IJ.showStatus(""); // it no longer works
        values(ImagePlus.class).forEach(image -> {
            image.setTitle(WindowManager.makeUniqueName(image.getTitle()));
            image.show();
        });
        values(String.class).forEach(Messages::log);
    }

    /** The titles of images and paths of files, separated by commas; if there are none, the texts. */
    @Override
    public String result() {
        List<String> names = new ArrayList<>();
        values(ImagePlus.class).forEach(image -> names.add(image.getTitle()));
        Output.of(module).forEach(output -> names.addAll(output.paths()));
        return names.isEmpty() ? String.join("\n", values(String.class)) : String.join(",", names);
    }

    private <T> List<T> values(Class<T> type) {
        return Output.of(module).stream()
                .map(Output::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
