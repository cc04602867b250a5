/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.text.TextWindow;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.command.Operation;

/** Every dialog as people see it: pictures of all go to the folder of screenshots. */
class WindowsTest {

    private static final int LIMIT_SECONDS = 60;

    private final List<ImagePlus> images = new ArrayList<>();

    @BeforeEach
    void openImages() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        for (String name : List.of("scene1.png", "scene1_blur.png")) {
            ImagePlus image = IJ.openImage("src/test/resources/images/" + name);
            image.show();
            images.add(image);
        }
    }

    @AfterEach
    void closeAll() {
        images.forEach(ImagePlus::close);
        for (Frame frame : Frame.getFrames()) {
            frame.dispose();
        }
    }

    @Test
    void everyDialogFitsTheScreenAndShowsAllItsParts() throws Exception {
        for (Operation<?> operation : Operation.all()) {
            if (operation.label().endsWith("...")) {
                InputDialog dialog = new InputDialog(operation);
                CompletableFuture<List<String>> hidden = nextDialog(name(operation), 1);

                assertThat(dialog.ask()).as("cancelled").isFalse();

                assertThat(hidden.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .as(operation.label())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AHIQ Score Pair...", "AHIQ Compare..."})
    void theReferenceOfferedIsNotTheActiveImage(String label) throws Exception {
        InputDialog dialog = new InputDialog(Operation.labelled(label));
        CompletableFuture<List<String>> hidden = nextDialog(name(Operation.labelled(label)), 0);

        assertThat(dialog.ask()).isTrue();

        assertThat(WindowManager.getCurrentImage().getTitle()).isEqualTo("scene1_blur.png");
        assertThat(dialog.values()).containsEntry("reference", "scene1.png");
        assertThat(hidden.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEmpty();
    }

    private static String name(Operation<?> operation) {
        return "dialog-"
                + operation.label().toLowerCase().replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    }

    @Test
    void metricsAreChosenFromAListThatFits() throws Exception {
        TextField names = new TextField("ahiq,psnr");
        CompletableFuture<List<String>> hidden = nextDialog("dialog-choose-metrics", 0);

        MetricChooser.choose(names);

        assertThat(hidden.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEmpty();
        assertThat(names.getText()).isEqualTo("ahiq,psnr");
    }

    @Test
    void theLicenceOfAModelIsShownBeforeItIsFetched(@TempDir Path folder) throws Exception {
        CompletableFuture<List<String>> hidden = nextDialog("dialog-licence", 1);

        assertThatThrownBy(() -> OperationRun.run(
                        Operation.labelled("AHIQ Fetch Model..."),
                        Map.of("model", "ahiq-vit-b8-pipal", "models", folder.toString())))
                .isInstanceOf(CancelledException.class);

        assertThat(hidden.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void diagnosticsAreAWindowWithTheVerdictFirst() throws Exception {
        OperationRun.run(Operation.labelled("AHIQ Diagnostics"), Map.of("device", "cpu"));

        TextWindow window = (TextWindow) WindowManager.getFrame(DiagnosticsPresentation.TITLE);
        assertThat(window.getTextPanel().getText().lines().toList().get(0)).startsWith("verdict     passed");
        assertThat(window.getTextPanel().getText()).contains("imagej      " + IJ.getFullVersion());
        Screenshot.take("diagnostics", window);
    }

    /**
     * Takes a picture of the next dialog and presses a button of it.
     *
     * @param button of a dialog with inputs: 0 for OK, 1 for Cancel
     * @return what is not to be seen of it
     */
    private static CompletableFuture<List<String>> nextDialog(String name, int button) {
        CompletableFuture<List<String>> hidden = new CompletableFuture<>();
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        AWTEventListener[] listener = new AWTEventListener[1];
        listener[0] = event -> {
            if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof GenericDialog dialog) {
                toolkit.removeAWTEventListener(listener[0]);
                new Thread(() -> look(dialog, name, button, hidden)).start();
            }
        };
        toolkit.addAWTEventListener(listener[0], AWTEvent.WINDOW_EVENT_MASK);
        return hidden;
    }

    private static void look(GenericDialog dialog, String name, int button, CompletableFuture<List<String>> hidden) {
        try {
            List<String> found = new ArrayList<>();
            EventQueue.invokeAndWait(() -> {
                collectHidden(dialog, found);
                Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
                if (!screen.contains(dialog.getBounds())) {
                    found.add(dialog.getBounds() + " on " + screen);
                }
            });
            Screenshot.take(name, dialog);
            hidden.complete(found);
        } catch (Exception e) {
            hidden.completeExceptionally(e);
        } finally {
            EventQueue.invokeLater(() -> press(dialog, button));
        }
    }

    private static void press(GenericDialog dialog, int button) {
        Button pressed = dialog.getButtons()[button];
        dialog.actionPerformed(new ActionEvent(pressed, ActionEvent.ACTION_PERFORMED, pressed.getLabel()));
    }

    /** Parts that reach out of what they are in. */
    private static void collectHidden(Container container, List<String> found) {
        for (Component part : container.getComponents()) {
            if (part.isVisible() && !new Rectangle(container.getSize()).contains(part.getBounds())) {
                found.add(part + " in " + container.getSize());
            }
            if (part instanceof Container inner) {
                collectHidden(inner, found);
            }
        }
    }
}
