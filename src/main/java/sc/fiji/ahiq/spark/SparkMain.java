/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.spark;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.cli.Main;

/**
 * What {@code spark-submit} starts: {@code ahiq batch} on the cluster that this was submitted to, with the same options
 * and exit codes.
 */
public final class SparkMain {

    private SparkMain() {}

    public static void main(String[] args) {
        List<String> command =
                new ArrayList<>(List.of("batch", "--spark", System.getProperty("spark.master", "local[*]")));
        command.addAll(List.of(args));
        Main.main(command.toArray(String[]::new));
    }
}
