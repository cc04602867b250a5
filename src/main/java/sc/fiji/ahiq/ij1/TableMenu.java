/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.io.SaveDialog;
import java.awt.CheckboxMenuItem;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;

/** The menu <i>AHIQ</i> of the window of the table of scores. */
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
    }

    private static void save() {
        SaveDialog dialog = new SaveDialog("Save " + ScoreTable.TITLE, ScoreTable.TITLE, ".csv");
        if (dialog.getFileName() != null) {
            AhiqPlugIn.saveScores(dialog.getDirectory() + dialog.getFileName());
        }
    }
}
