/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import sc.fiji.ahiq.command.EvaluateDataset;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.study.evaluation.EvaluationFigures;
import sc.fiji.ahiq.study.evaluation.EvaluationTables;

/** The summary as a table, the figures in windows. */
final class EvaluationPresentation extends AddedPresentation {

    private static final String TITLE = "AHIQ Evaluation";
    private static final double SCALE = 1;
    private static final int DECIMALS = 6;

    private final EvaluateDataset command;

    EvaluationPresentation(EvaluateDataset command, Presentation outputs) {
        super(outputs);
        this.command = command;
    }

    @Override
    public void start() {
        super.start();
        IJ.showStatus("AHIQ: evaluating");
    }

    @Override
    public void stop() {
        super.stop();
        if (command.evaluation() != null) {
            table(new EvaluationTables(command.evaluation()).summary()).show(TITLE);
            new EvaluationFigures(command.evaluation())
                    .all()
                    .forEach((name, figure) -> new ImagePlus(name, figure.image(SCALE)).show());
        }
    }

    static ResultsTable table(DataTable table) {
        ResultsTable results = new ResultsTable();
        for (List<Object> row : table.rows()) {
            results.addRow();
            for (int i = 0; i < row.size(); i++) {
                String column = table.columns().get(i);
                if (row.get(i) instanceof Number number) {
                    results.addValue(column, number.doubleValue());
                    results.setDecimalPlaces(results.getColumnIndex(column), number instanceof Integer ? 0 : DECIMALS);
                } else {
                    results.addValue(column, row.get(i).toString());
                }
            }
        }
        return results;
    }
}
