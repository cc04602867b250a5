/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.Input;
import sc.fiji.ahiq.command.MenuWords;
import sc.fiji.ahiq.command.NamedImages;
import sc.fiji.ahiq.command.Operation;

/**
 * A dialog made from the declared inputs of a command; many rare ones have a second one. Images are chosen from those
 * that are open, the active one as the last, or as files, which can also be dropped on their field and come first where
 * both are given. It keeps what was entered, so that it can be asked again; {@link #remember} keeps it for the next
 * dialog of the command, images and inputs that are declared otherwise apart.
 */
final class InputDialog {

    private static final String FILE = "file:";
    private static final int COLUMNS = 24;

    /** As many rare inputs still fit below the others. */
    private static final int FEW = 3;

    private static final String REFERENCE = "reference";

    private final Operation<?> operation;
    private final List<Input> common;
    private final List<Input> advanced;
    private final Map<Input, String> texts = new LinkedHashMap<>();
    private final Map<Input, ImagePlus> chosen = new LinkedHashMap<>();
    private List<ImagePlus> images = List.of();

    InputDialog(Operation<?> operation) {
        this.operation = operation;
        List<Input> rare = operation.inputs().stream().filter(Input::isRare).toList();
        this.advanced = rare.size() > FEW ? rare : List.of();
        this.common = operation.inputs().stream()
                .filter(input -> !advanced.contains(input))
                .toList();
        for (Input input : operation.inputs()) {
            texts.put(input, input.isImage() ? "" : remembered(input));
        }
    }

    /** Shows the dialog until it is closed; false if the user cancelled. */
    boolean ask() {
        images = NamedImages.open();
        GenericDialog dialog = new GenericDialog(Messages.title(operation.label()));
        dialog.addMessage(
                Messages.wrapped(operation.description().lines().findFirst().orElse("")));
        common.forEach(input -> add(dialog, input));
        if (!advanced.isEmpty()) {
            dialog.addCheckbox(advancedLabel(), false);
        }
        if (!show(dialog, common)) {
            return false;
        }
        return advanced.isEmpty() || !dialog.getNextBoolean() || askAdvanced();
    }

    private boolean askAdvanced() {
        GenericDialog dialog = new GenericDialog(Messages.title(operation.label()) + ": advanced options");
        advanced.forEach(input -> add(dialog, input));
        return show(dialog, advanced);
    }

    /** Tells those that were set earlier, for they count also unseen. */
    private String advancedLabel() {
        String set = advanced.stream()
                .filter(input -> !isDefault(input))
                .map(input -> input.key() + "=" + texts.get(input))
                .collect(Collectors.joining(", "));
        return "Advanced options" + (set.isEmpty() ? "..." : " (" + set + ")...");
    }

    private boolean show(GenericDialog dialog, List<Input> inputs) {
        dialog.addHelp(help(inputs));
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return false;
        }
        inputs.forEach(input -> read(dialog, input));
        return true;
    }

    /**
     * What was entered by key, inputs left at their defaults apart.
     *
     * @throws UsageException if an image was not chosen
     */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Input input : operation.inputs()) {
            String text = input.isImage() ? image(input) : texts.get(input);
            if (input.isImage() || !isDefault(input)) {
                values.put(input.key(), text);
            }
        }
        return values;
    }

    private boolean isDefault(Input input) {
        String text = texts.get(input);
        return text.isBlank() || text.equals(input.defaultText());
    }

    private String image(Input input) {
        if (!texts.get(input).isBlank()) {
            return texts.get(input);
        }
        if (chosen.get(input) == null) {
            throw new UsageException(
                    "No image was chosen as " + input.label().toLowerCase() + ": choose one that is open, or a file.");
        }
        return nameOf(chosen.get(input));
    }

    /** The descriptions of inputs, with their keys in macros. */
    private String help(List<Input> inputs) {
        return inputs.stream()
                .map(input -> "<tr><td>" + input.label() + "</td><td><code>" + input.key() + "</code></td><td>"
                        + MenuWords.of(input.description()).replace("\n", "<br>") + "</td></tr>")
                .collect(Collectors.joining("", "<html><h3>" + operation.label() + "</h3><table>", "</table></html>"));
    }

    private void add(GenericDialog dialog, Input input) {
        String label = input.label() + (input.isList() ? " (several: ;)" : "");
        String text = texts.get(input);
        if (input.isImage()) {
            addImage(dialog, input, text);
        } else if (input.isFlag()) {
            dialog.addCheckbox(label, text.equals("true"));
        } else if (!input.choices().isEmpty()) {
            dialog.addChoice(label, input.choices().toArray(String[]::new), text);
        } else if (input.isFolder()) {
            dialog.addDirectoryField(label, text, COLUMNS);
        } else if (input.isFile()) {
            dialog.addFileField(label, text, COLUMNS);
        } else {
            dialog.addStringField(label, text, input.isList() || input.isMetricNames() ? COLUMNS : COLUMNS / 2);
            if (input.isMetricNames()) {
                TextField names = (TextField) dialog.getStringFields().lastElement();
                MetricChooser.addButton(dialog, names);
            }
        }
    }

    private void addImage(GenericDialog dialog, Input input, String file) {
        List<String> choices = new ArrayList<>();
        images.forEach(image -> choices.add(NamedImages.label(image)));
        choices.add(FILE);
        String[] labels = choices.toArray(String[]::new);
        int offered = images.indexOf(chosen.computeIfAbsent(input, this::offered));
        dialog.addChoice(input.label(), labels, labels[offered < 0 ? images.size() : offered]);
        dialog.addFileField(input.label() + " file", file, COLUMNS);
    }

    /** The active one, but as a reference one that fits it best: of its size and as many slices and frames. */
    private ImagePlus offered(Input input) {
        ImagePlus active = WindowManager.getCurrentImage();
        if (active == null || !input.key().equals(REFERENCE)) {
            return active;
        }
        return images.stream()
                .filter(image -> image != active)
                .min(Comparator.comparing(image -> misfit(image, active)))
                .orElse(null);
    }

    private static int misfit(ImagePlus image, ImagePlus active) {
        boolean size = image.getWidth() == active.getWidth() && image.getHeight() == active.getHeight();
        boolean planes = Arrays.equals(image.getDimensions(), active.getDimensions());
        return planes ? 0 : size ? 1 : 2;
    }

    private void read(GenericDialog dialog, Input input) {
        if (input.isImage()) {
            int index = dialog.getNextChoiceIndex();
            chosen.put(input, index < images.size() ? images.get(index) : null);
            texts.put(input, dialog.getNextString().trim());
        } else if (input.isFlag()) {
            texts.put(input, Boolean.toString(dialog.getNextBoolean()));
        } else if (!input.choices().isEmpty()) {
            texts.put(input, dialog.getNextChoice());
        } else {
            texts.put(input, dialog.getNextString().trim());
        }
    }

    /** The title, which a recorded macro can use again; the ID where other images have the same. */
    private String nameOf(ImagePlus image) {
        long sameTitle = images.stream()
                .filter(other -> other.getTitle().equals(image.getTitle()))
                .count();
        return sameTitle == 1 ? image.getTitle() : Integer.toString(image.getID());
    }

    /** For the next dialog of this command. */
    void remember() {
        texts.forEach((input, text) -> {
            if (!input.isImage() && input.isRemembered()) {
                Prefs.set(preference(input), text);
            }
        });
    }

    private String remembered(Input input) {
        return Prefs.get(preference(input), input.defaultText());
    }

    private String preference(Input input) {
        return "ahiq." + operation.label().replaceAll("[^A-Za-z]", "") + "." + input.key();
    }
}
