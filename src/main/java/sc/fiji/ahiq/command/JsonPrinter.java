/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.results.JsonText;

/** An array of objects with the columns of a row and {@code crop_scores}. */
final class JsonPrinter implements ScorePrinter {

    private final PrintWriter out;
    private String before = "[";

    JsonPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        Map<String, Object> members = new LinkedHashMap<>(row.cells());
        members.put("crop_scores", crops);
        out.println(before);
        out.print(JsonText.pretty(members).indent(2).stripTrailing());
        out.flush();
        before = ",";
    }

    @Override
    public void close() {
        out.println(before.equals("[") ? "[]" : System.lineSeparator() + "]");
        out.flush();
    }
}
