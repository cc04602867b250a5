/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GenericDialog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.command.Input;
import sc.fiji.ahiq.command.NamedImages;

/**
 * A dialog made from the declared inputs of a command. Images are chosen from those that are open, or as files, which can also
 * be dropped on their field and come first where both are given. What the user chose is remembered for the next dialog, images
 * and inputs that are declared otherwise apart.
 */
final class InputDialog {

    private static final String FILE = "file:";
    private static final int COLUMNS = 24;

    private final String title;
    private final List<Input> inputs;
    private final List<ImagePlus> images = NamedImages.open();

    InputDialog(String title, List<Input> inputs) {
        this.title = title;
        this.inputs = inputs;
    }

    /** Values by key, those left at their defaults apart; empty if the user cancelled. */
    Optional<Map<String, String>> ask() {
        GenericDialog dialog = new GenericDialog(title.replace("...", ""));
        int image = 0;
        for (Input input : inputs) {
            if (input.isImage()) {
                addImage(dialog, input, image++);
            } else {
                add(dialog, input, remembered(input));
            }
        }
        dialog.addHelp(help());
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Input input : inputs) {
            String value = read(dialog, input);
            if (!value.equals(input.defaultText()) || input.isRequired()) {
                values.put(input.key(), value);
            }
        }
        return Optional.of(values);
    }

    /** The descriptions of all inputs, with their keys in macros. */
    private String help() {
        StringBuilder html = new StringBuilder("<html><h3>" + title + "</h3><table>");
        for (Input input : inputs) {
            html.append("<tr><td>")
                    .append(input.label())
                    .append("</td><td><code>")
                    .append(input.key());
            html.append("</code></td><td>")
                    .append(input.description().replace("\n", "<br>"))
                    .append("</td></tr>");
        }
        return html.append("</table></html>").toString();
    }

    /** The first image is offered as the first input, the second as the second. */
    private void addImage(GenericDialog dialog, Input input, int index) {
        List<String> choices = new ArrayList<>();
        images.forEach(image -> choices.add(NamedImages.label(image)));
        choices.add(FILE);
        String[] labels = choices.toArray(String[]::new);
        dialog.addChoice(input.label(), labels, labels[Math.min(index, images.size())]);
        dialog.addFileField(input.label() + " file", "", COLUMNS);
    }

    private static void add(GenericDialog dialog, Input input, String value) {
        String label = input.label() + (input.isList() ? " (several: ;)" : "");
        if (input.isFlag()) {
            dialog.addCheckbox(label, value.equals("true"));
        } else if (!input.choices().isEmpty()) {
            String[] choices = input.choices().toArray(String[]::new);
            dialog.addChoice(label, choices, value);
        } else if (input.isFolder()) {
            dialog.addDirectoryField(label, value, COLUMNS);
        } else if (input.isFile()) {
            dialog.addFileField(label, value, COLUMNS);
        } else {
            dialog.addStringField(label, value, input.isList() ? COLUMNS : COLUMNS / 2);
        }
    }

    private String read(GenericDialog dialog, Input input) {
        if (input.isImage()) {
            int chosen = dialog.getNextChoiceIndex();
            String file = dialog.getNextString();
            return file.isBlank() && chosen < images.size() ? nameOf(images.get(chosen)) : file.trim();
        }
        String value;
        if (input.isFlag()) {
            value = Boolean.toString(dialog.getNextBoolean());
        } else if (!input.choices().isEmpty()) {
            value = dialog.getNextChoice();
        } else {
            value = dialog.getNextString().trim();
        }
        if (input.isRemembered()) {
            Prefs.set(preference(input), value);
        }
        return value;
    }

    /** The title, which a recorded macro can use again; the ID where other images have the same. */
    private String nameOf(ImagePlus image) {
        long sameTitle = images.stream()
                .filter(other -> other.getTitle().equals(image.getTitle()))
                .count();
        return sameTitle == 1 ? image.getTitle() : Integer.toString(image.getID());
    }

    private String remembered(Input input) {
        return Prefs.get(preference(input), input.defaultText());
    }

    private String preference(Input input) {
        return "ahiq." + title.replaceAll("[^A-Za-z]", "") + "." + input.key();
    }
}
