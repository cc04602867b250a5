/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import sc.fiji.ahiq.command.ProgressingCommand;

/**
 * Shows what a command declares as its outputs: images in windows, texts in the log. The status bar tells how far a command is
 * that says so, and Escape stops it.
 */
final class OutputPresentation implements Presentation<Command> {

    @Override
    public void start(Command command) {
        if (command instanceof ProgressingCommand progressing) {
            progressing.setProgress(new StatusBar());
        }
    }

    @Override
    public void stop(Command command) {
        IJ.showProgress(1.0);
        outputs(command, ImagePlus.class).forEach(ImagePlus::show);
    }

    /** The titles of images and paths of files, separated by commas; if there are none, the texts. */
    @Override
    public String result(Command command) {
        outputs(command, String.class).forEach(IJ::log);
        List<String> names = new ArrayList<>();
        outputs(command, ImagePlus.class).forEach(image -> names.add(image.getTitle()));
        outputs(command, File.class).forEach(file -> names.add(file.getPath()));
        return names.isEmpty() ? String.join("\n", outputs(command, String.class)) : String.join(",", names);
    }

    private static <T> List<T> outputs(Command command, Class<T> type) {
        CommandInfo info = new CommandInfo(command.getClass());
        CommandModule module = new CommandModule(info, command);
        List<T> values = new ArrayList<>();
        for (ModuleItem<?> item : info.outputs()) {
            Object value = module.getOutput(item.getName());
            if (type.isInstance(value)) {
                values.add(type.cast(value));
            }
        }
        return values;
    }
}
