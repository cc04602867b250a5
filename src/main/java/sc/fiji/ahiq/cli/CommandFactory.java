/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and gives those that work for long what tells them to stop. */
final class CommandFactory implements IFactory {

    private final Cancellation cancellation;

    CommandFactory(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ScoreCommand.class) {
            return type.cast(new ScoreCommand(cancellation));
        }
        if (type == BenchmarkCommand.class) {
            return type.cast(new BenchmarkCommand(cancellation));
        }
        if (type == ModelsFetchCommand.class) {
            return type.cast(new ModelsFetchCommand(cancellation));
        }
        if (type == DistortCommand.class) {
            return type.cast(new DistortCommand(cancellation));
        }
        if (type == ReproduceCommand.class) {
            return type.cast(new ReproduceCommand(cancellation));
        }
        if (type == TrainCommand.class) {
            return type.cast(new TrainCommand(cancellation));
        }
        if (type == MacroCommand.class) {
            return type.cast(new MacroCommand(cancellation));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
