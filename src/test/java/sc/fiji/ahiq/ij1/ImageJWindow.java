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
import ij.gui.ImageCanvas;
import ij.gui.MessageDialog;
import ij.gui.PointRoi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sc.fiji.ahiq.command.AhiqCommand;
import sc.fiji.ahiq.command.ImportWeights;
import sc.fiji.ahiq.command.Input;
import sc.fiji.ahiq.command.Models;
import sc.fiji.ahiq.command.Operation;
import sc.fiji.ahiq.command.ScorePair;

/**
 * A session in a real ImageJ: scores a pair by menu and dialog while the recorder listens, looks at a map with the
 * mouse, replays what was recorded, lists models and imports one. It keeps table, recorded macro and screenshots. The
 * arguments are the folder of images, model and weights, and that of the screenshots.
 */
final class ImageJWindow {

    private ImageJWindow() {}

    public static void main(String[] arguments) {
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]));
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path folder, Path screenshots) throws Exception {
        failOnMessages();
        ImageJ imagej = new ImageJ();
        imagej.setLocation(20, 20);
        Recorder recorder = new Recorder();
        ImagePlus reference = open(folder.resolve("a.png"), 20, 200);
        ImagePlus distorted = open(folder.resolve("b.png"), 300, 200);
        answerNextDialog(
                dialog -> {
                    fillScorePair(dialog, folder.resolve("model"));
                    answerNextDialog(advanced -> {}, screenshots.resolve("advanced.png"));
                },
                screenshots.resolve("dialog.png"));
        choose("AHIQ Score Pair...");
        require(ResultsTable.getResultsTable(ScoreTable.TITLE).size() == 1, "one row");
        require(distorted.getOverlay() != null && distorted.getOverlay().size() > 10, "an overlay");
        require(WindowManager.getFrame(PatchTable.TITLE) != null, "a table of patches");
        arrange();
        lookAtMaps("b.png");
        Screenshot.take(screenshots.resolve("score-pair.png"));
        String recorded = recorder.getText();
        Files.writeString(folder.resolve("recorded.ijm"), recorded);
        IJ.runMacro(recorded.lines()
                .filter(line -> line.startsWith("run("))
                .reduce((first, last) -> last)
                .orElseThrow());
        require(ResultsTable.getResultsTable(ScoreTable.TITLE).size() == 2, "a second row");
        runByRecorder(recorder);
        distorted.changes = false;
        reference.changes = false;
        IJ.saveAs(distorted, "tiff", folder.resolve("overlay.tif").toString());
        AhiqPlugIn.saveScores(folder.resolve("gui.csv").toString());
        manageModels(folder, screenshots, recorder);
    }

    /** By its own button, whose macros run on the event thread. */
    private static void runByRecorder(Recorder recorder) throws Exception {
        EventQueue.invokeAndWait(() -> {
            TextArea code = component(recorder, TextArea.class, area -> true);
            code.setText("run(\"AHIQ Score Pair...\", \"reference=a.png distorted=b.png metrics=psnr\");");
            code.selectAll();
            Button run = component(
                    recorder, Button.class, button -> button.getLabel().equals("Run"));
            recorder.actionPerformed(new ActionEvent(run, ActionEvent.ACTION_PERFORMED, run.getLabel()));
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ResultsTable.getResultsTable(ScoreTable.TITLE).size() < 3) {
            require(System.nanoTime() < end, "a third row, by the recorder's Run");
            Thread.onSpinWait();
        }
    }

    private static <C extends Component> C component(Container container, Class<C> type, Predicate<C> wanted) {
        for (Component component : container.getComponents()) {
            C found = type.isInstance(component) && wanted.test(type.cast(component))
                    ? type.cast(component)
                    : component instanceof Container inner ? component(inner, type, wanted) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Hovering, and a click with the point tool, in either map. */
    private static void lookAtMaps(String title) throws Exception {
        ImagePlus quality = WindowManager.getImage("AHIQ quality of " + title);
        ImagePlus weight = WindowManager.getImage("AHIQ weight of " + title);
        IJ.setTool("point");
        for (ImagePlus map : List.of(quality, weight)) {
            mouse(map, MouseEvent.MOUSE_MOVED, 100, 50);
            requireStatus(quality, weight, 100, 50);
        }
        mouse(quality, MouseEvent.MOUSE_PRESSED, 13, 200);
        mouse(quality, MouseEvent.MOUSE_RELEASED, 13, 200);
        require(quality.getRoi() instanceof PointRoi, "a point selection");
        requireStatus(quality, weight, 13, 200);
    }

    private static void requireStatus(ImagePlus quality, ImagePlus weight, int x, int y) {
        String expected = String.format(
                Locale.ROOT,
                "x=%d, y=%d: quality=%.6f, weight=%.6f",
                x,
                y,
                quality.getProcessor().getf(x, y),
                weight.getProcessor().getf(x, y));
        String status = ImageJ.getStatusBarText();
        require(status.equals(expected), expected + " in the status bar, not " + status);
    }

    private static void mouse(ImagePlus image, int kind, int x, int y) throws Exception {
        ImageCanvas canvas = image.getCanvas();
        EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new MouseEvent(
                canvas,
                kind,
                System.currentTimeMillis(),
                kind == MouseEvent.MOUSE_MOVED ? 0 : InputEvent.BUTTON1_DOWN_MASK,
                canvas.screenX(x),
                canvas.screenY(y),
                kind == MouseEvent.MOUSE_MOVED ? 0 : 1,
                false,
                kind == MouseEvent.MOUSE_MOVED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1)));
    }

    private static void manageModels(Path folder, Path screenshots, Recorder recorder) throws Exception {
        answerNextDialog(dialog -> fillImport(dialog, folder), screenshots.resolve("import.png"));
        choose("AHIQ Import Weights...");
        require(Files.exists(folder.resolve("imported/model.yaml")), "an imported model");
        answerNextDialog(
                dialog -> field(dialog, Models.class, "models").setText(folder.toString()),
                screenshots.resolve("models.png"));
        choose("AHIQ Models...");
        require(IJ.getLog().contains("imported  "), "the imported model in the log, not " + IJ.getLog());
        String recorded = recorder.getText();
        require(
                recorded.contains("run(\"AHIQ Models...\", \"models=" + folder + "\");"),
                "the recorded command AHIQ Models..., not " + recorded);
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
        require(isBelow("AHIQ", (MenuItem) found.get(0).getParent()), "it in the menu AHIQ or below it");
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

    /** Whether a menu, or one that it is in, has this label. */
    private static boolean isBelow(String label, MenuItem menu) {
        return menu.getLabel().equals(label) || menu.getParent() instanceof MenuItem parent && isBelow(label, parent);
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

    /** Nobody would press the button of a message. */
    private static void failOnMessages() {
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        event -> {
                            if (event.getID() == WindowEvent.WINDOW_OPENED
                                    && event.getSource() instanceof MessageDialog message) {
                                System.err.println("A message was shown: " + message.getTitle());
                                System.exit(1);
                            }
                        },
                        AWTEvent.WINDOW_EVENT_MASK);
    }

    private static void answerNextDialog(Consumer<GenericDialog> fill, Path screenshot) {
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        AWTEventListener[] listener = new AWTEventListener[1];
        listener[0] = event -> {
            if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof GenericDialog dialog) {
                toolkit.removeAWTEventListener(listener[0]);
                new Thread(() -> answer(dialog, fill, screenshot)).start();
            }
        };
        toolkit.addAWTEventListener(listener[0], AWTEvent.WINDOW_EVENT_MASK);
    }

    private static void answer(GenericDialog dialog, Consumer<GenericDialog> fill, Path screenshot) {
        try {
            EventQueue.invokeAndWait(() -> fill.accept(dialog));
            Screenshot.take(screenshot);
            Button ok = dialog.getButtons()[0];
            EventQueue.invokeLater(
                    () -> dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getLabel())));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void fillScorePair(GenericDialog dialog, Path model) {
        Choice second = (Choice) dialog.getChoices().get(1);
        require(
                ((Choice) dialog.getChoices().get(0)).getSelectedItem().startsWith("a.png (224 x 224, RGB, ID"),
                "a.png");
        require(second.getSelectedItem().startsWith("b.png (224 x 224, RGB, ID"), "b.png");
        field(dialog, ScorePair.class, "model").setText(model.toString());
        for (Object checkbox : dialog.getCheckboxes()) {
            ((Checkbox) checkbox).setState(true);
        }
    }

    private static void fillImport(GenericDialog dialog, Path folder) {
        for (String part : List.of("ahiq", "cnn", "vit")) {
            TextField field = field(dialog, ImportWeights.class, part);
            require(field.getDropTarget() != null, "a field to drop on");
            field.setText(folder.resolve(part + ".safetensors").toString());
        }
        field(dialog, ImportWeights.class, "name").setText("imported");
        field(dialog, ImportWeights.class, "output")
                .setText(folder.resolve("imported").toString());
    }

    /** The field of an input; choices and check boxes are no fields, and an image has one for its file. */
    private static TextField field(GenericDialog dialog, Class<? extends AhiqCommand> command, String key) {
        List<String> keys = Operation.of(command).inputs().stream()
                .filter(input -> !input.isFlag() && input.choices().isEmpty())
                .map(Input::key)
                .toList();
        return (TextField) dialog.getStringFields().get(keys.indexOf(key));
    }

    private static void arrange() {
        int x = 20;
        for (int id : WindowManager.getIDList()) {
            WindowManager.getImage(id).getWindow().setLocation(x, 180);
            x += 250;
        }
        WindowManager.getFrame(ScoreTable.TITLE).setBounds(20, 500, 980, 110);
        WindowManager.getFrame(PatchTable.TITLE).setBounds(20, 620, 500, 140);
        WindowManager.getFrame("Results").setBounds(530, 620, 320, 140);
        WindowManager.getFrame(PatchWindow.TITLE).setLocation(860, 620);
        Recorder.getInstance().setLocation(20, 770);
    }
}
