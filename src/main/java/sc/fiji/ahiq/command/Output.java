/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;

/** What a command, or one that failed, has put out. */
public record Output(Object value, boolean isResult) {

    /** Attribute of an output that the command was called for; others are for who waits. */
    static final String RESULT = "result";

    /** Those that have a value, as they are declared. */
    public static List<Output> of(CommandModule module) {
        List<Output> outputs = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().outputs()) {
            Object value = module.getOutput(item.getName());
            if (item.getIOType() == ItemIO.OUTPUT && value != null) {
                outputs.add(new Output(value, item.is(RESULT)));
            }
        }
        return outputs;
    }

    /** The paths of a file or of several; none for others. */
    public List<String> paths() {
        if (value instanceof File[] files) {
            return Stream.of(files).map(File::getPath).toList();
        }
        return value instanceof File file ? List.of(file.getPath()) : List.of();
    }
}
