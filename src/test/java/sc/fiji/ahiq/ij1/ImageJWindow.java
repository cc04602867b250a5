/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A session in a real ImageJ: scores a pair by menu and dialog while the recorder listens, replays what was recorded, and
 * keeps the table, the recorded macro and a screenshot. The arguments are the folder of images and model, and the screenshot.
 */
final class ImageJWindow {

    private ImageJWindow() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ImageJ imagej = new ImageJ();
        imagej.setLocation(20, 20);
        Recorder recorder = new Recorder();
        ImagePlus reference = open(folder.resolve("a.png"), 20, 200);
        ImagePlus distorted = open(folder.resolve("b.png"), 300, 200);
        fillNextDialog(folder.resolve("model"));
        choose("AHIQ Score Pair...");
        require(ResultsTable.getResultsTable(ScoreTable.TITLE).size() == 1, "one row");
        require(distorted.getOverlay() != null && distorted.getOverlay().size() > 10, "an overlay");
        require(WindowManager.getImage("AHIQ quality of b.png").getCanvas() != null, "a window with the map");
        require(WindowManager.getFrame(PatchTable.TITLE) != null, "a table of patches");
        arrange();
        screenshot(Path.of(arguments[1]));
        String recorded = recorder.getText();
        Files.writeString(folder.resolve("recorded.ijm"), recorded);
        IJ.runMacro(recorded.lines()
                .filter(line -> line.startsWith("run("))
                .reduce((first, last) -> last)
                .orElseThrow());
        require(ResultsTable.getResultsTable(ScoreTable.TITLE).size() == 2, "a second row");
        distorted.changes = false;
        reference.changes = false;
        IJ.saveAs(distorted, "tiff", folder.resolve("overlay.tif").toString());
        AhiqPlugIn.saveScores(folder.resolve("gui.csv").toString());
    }

    private static ImagePlus open(Path file, int x, int y) {
        ImagePlus image = IJ.openImage(file.toString());
        image.show();
        image.getWindow().setLocation(x, y);
        return image;
    }

    private static void require(boolean fact, String what) {
        if (!fact) {
            throw new AssertionError("Expected " + what);
        }
    }

    /** The only entry of this label, pressed; waits until its thread has ended. */
    private static void choose(String label) throws InterruptedException {
        List<MenuItem> found = new ArrayList<>();
        MenuBar bar = Menus.getMenuBar();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            collect(bar.getMenu(i), label, found);
        }
        require(found.size() == 1, "the menu entry " + label + " once, not " + found);
        require(((MenuItem) found.get(0).getParent()).getLabel().equals("AHIQ"), "it in the menu AHIQ");
        EventQueue.invokeLater(() ->
                IJ.getInstance().actionPerformed(new ActionEvent(found.get(0), ActionEvent.ACTION_PERFORMED, label)));
        Thread running = null;
        while (running == null) {
            Thread.onSpinWait();
            running = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals(label))
                    .findAny()
                    .orElse(null);
        }
        running.join();
    }

    private static void collect(Menu menu, String label, List<MenuItem> found) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            MenuItem item = menu.getItem(i);
            if (item instanceof Menu submenu) {
                collect(submenu, label, found);
            } else if (item.getLabel().equals(label)) {
                found.add(item);
            }
        }
    }

    private static void fillNextDialog(Path model) {
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        event -> {
                            if (event.getID() == WindowEvent.WINDOW_OPENED
                                    && event.getSource() instanceof GenericDialog dialog) {
                                new Thread(() -> answer(dialog, model)).start();
                            }
                        },
                        AWTEvent.WINDOW_EVENT_MASK);
    }

    private static void answer(GenericDialog dialog, Path model) {
        try {
            EventQueue.invokeAndWait(() -> fill(dialog, model));
            screenshot(Path.of("dialog.png"));
            Button ok = dialog.getButtons()[0];
            EventQueue.invokeLater(
                    () -> dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getLabel())));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void fill(GenericDialog dialog, Path model) {
        Choice second = (Choice) dialog.getChoices().get(1);
        require(
                ((Choice) dialog.getChoices().get(0)).getSelectedItem().startsWith("a.png (224 x 224, RGB, ID"),
                "a.png");
        require(second.getSelectedItem().startsWith("b.png (224 x 224, RGB, ID"), "b.png");
        ((TextField) dialog.getStringFields().get(2)).setText(model.toString());
        for (Object checkbox : dialog.getCheckboxes()) {
            ((Checkbox) checkbox).setState(true);
        }
    }

    private static void arrange() {
        int x = 20;
        for (int id : WindowManager.getIDList()) {
            WindowManager.getImage(id).getWindow().setLocation(x, 180);
            x += 250;
        }
        WindowManager.getFrame(ScoreTable.TITLE).setBounds(20, 500, 980, 110);
        WindowManager.getFrame(PatchTable.TITLE).setBounds(20, 620, 500, 140);
    }

    private static void screenshot(Path file) throws Exception {
        Robot robot = new Robot();
        robot.waitForIdle();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(
                robot.createScreenCapture(
                        new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
                "png",
                file.toFile());
    }
}
