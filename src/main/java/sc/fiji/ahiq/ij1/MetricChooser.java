/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.gui.GenericDialog;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.ahiq.command.ListMetrics;
import sc.fiji.ahiq.metric.MetricDescription;

/** A list of metrics to tick, for a field of their names. */
final class MetricChooser {

    private static final int COLUMNS = 2;

    private MetricChooser() {}

    /** Puts a button that chooses beside a field, in its place of the dialog. */
    static void addButton(GenericDialog dialog, TextField names) {
        GridBagLayout layout = (GridBagLayout) dialog.getLayout();
        GridBagConstraints place = layout.getConstraints(names);
        dialog.remove(names);
        Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
        panel.add(names);
        Button choose = new Button("Choose...");
        choose.addActionListener(event -> choose(names));
        panel.add(choose);
        layout.setConstraints(panel, place);
        dialog.add(panel);
    }

    /**
     * Shows the list, those of the field ticked; then writes those that are ticked into the field, unless cancelled.
     */
    static void choose(TextField names) {
        List<MetricDescription> metrics = ListMetrics.all();
        Set<String> before = new LinkedHashSet<>();
        Stream.of(names.getText().split(",")).map(String::strip).forEach(before::add);
        String[] labels = metrics.stream().map(MetricChooser::label).toArray(String[]::new);
        boolean[] ticked = new boolean[metrics.size()];
        for (int i = 0; i < ticked.length; i++) {
            ticked[i] = before.contains(metrics.get(i).name());
        }
        GenericDialog dialog = new GenericDialog("AHIQ Metrics");
        dialog.addCheckboxGroup((labels.length + COLUMNS - 1) / COLUMNS, COLUMNS, labels, ticked);
        for (int i = 0; i < labels.length; i++) {
            ((Checkbox) dialog.getCheckboxes().get(i)).setLabel(labels[i]); // ImageJ takes _ for a space
        }
        dialog.showDialog();
        if (dialog.wasOKed()) {
            List<String> chosen = new ArrayList<>();
            for (MetricDescription metric : metrics) {
                if (dialog.getNextBoolean()) {
                    chosen.add(metric.name());
                }
                before.remove(metric.name());
            }
            chosen.addAll(before); // such as script:FILE, which no list has
            names.setText(String.join(",", chosen));
        }
    }

    private static String label(MetricDescription metric) {
        String reference = metric.needsReference() ? "" : ", without reference";
        return metric.name() + ": " + metric.label() + ", " + metric.direction().label() + reference;
    }
}
