/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.io.SaveDialog;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.CheckboxMenuItem;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** The menu <i>AHIQ</i> of the window of the table of scores, and what a click on a row does. */
final class TableMenu {

    private static final String LABEL = "AHIQ";

    private TableMenu() {}

    /** Unless it is there; nothing happens for null. */
    static void addTo(Frame window) {
        MenuBar bar = window == null ? null : window.getMenuBar();
        if (bar == null) {
            return;
        }
        for (int i = 0; i < bar.getMenuCount(); i++) {
            if (bar.getMenu(i).getLabel().equals(LABEL)) {
                return;
            }
        }
        Menu menu = new Menu(LABEL);
        CheckboxMenuItem all = new CheckboxMenuItem("Show all columns", ScoreTable.showsAll());
        all.addItemListener(event -> ScoreTable.current().showAll(all.getState()));
        menu.add(all);
        MenuItem save = new MenuItem("Save with all columns and digits...");
        save.addActionListener(event -> save());
        menu.add(save);
        bar.add(menu);
        if (window instanceof TextWindow table) {
            selectImagesOnClick(table.getTextPanel());
        }
    }

    /** A click on a row shows its images. */
    private static void selectImagesOnClick(TextPanel panel) {
        panel.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                ScoreTable.current().images(panel.getSelectionStart()).ifPresent(RowImages::select);
            }
        });
    }

    private static void save() {
        SaveDialog dialog = new SaveDialog("Save " + ScoreTable.TITLE, ScoreTable.TITLE, ".csv");
        if (dialog.getFileName() != null) {
            AhiqPlugIn.saveScores(dialog.getDirectory() + dialog.getFileName());
        }
    }
}
