/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GenericDialog;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.command.NamedImages;
import sc.fiji.ahiq.image.ImageSource;

/**
 * A dialog made from the declared inputs of a command. Images are chosen from those that are open, or as files, which can also
 * be dropped on their field and come first where both are given. What the user chose is remembered for the next dialog, images
 * and inputs with the attribute {@value #NOT_REMEMBERED} apart.
 */
final class InputDialog {

    /** Attribute of an input that is to be given anew each time. */
    static final String NOT_REMEMBERED = "not-remembered";

    private static final String FILE = "file:";
    private static final int COLUMNS = 24;

    private final String title;
    private final List<ModuleItem<?>> items;
    private final List<ImagePlus> images = NamedImages.open();

    InputDialog(String title, List<ModuleItem<?>> items) {
        this.title = title;
        this.items = items;
    }

    /** Values by key, those left at their defaults apart; empty if the user cancelled. */
    Optional<Map<String, String>> ask() {
        GenericDialog dialog = new GenericDialog(title.replace("...", ""));
        int image = 0;
        for (ModuleItem<?> item : items) {
            if (item.getType() == ImageSource.class) {
                addImage(dialog, item, image++);
            } else {
                add(dialog, item, remembered(item));
            }
        }
        dialog.addHelp(help());
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items) {
            String value = read(dialog, item);
            if (!value.equals(CommandInputs.defaultText(item)) || item.isRequired()) {
                values.put(item.getName(), value);
            }
        }
        return Optional.of(values);
    }

    /** The descriptions of all inputs, with their keys in macros. */
    private String help() {
        StringBuilder html = new StringBuilder("<html><h3>" + title + "</h3><table>");
        for (ModuleItem<?> item : items) {
            html.append("<tr><td>")
                    .append(item.getLabel())
                    .append("</td><td><code>")
                    .append(item.getName());
            html.append("</code></td><td>").append(item.getDescription()).append("</td></tr>");
        }
        return html.append("</table></html>").toString();
    }

    /** The first image is offered as the first input, the second as the second. */
    private void addImage(GenericDialog dialog, ModuleItem<?> item, int index) {
        List<String> choices = new ArrayList<>();
        images.forEach(image -> choices.add(NamedImages.label(image)));
        choices.add(FILE);
        String[] labels = choices.toArray(String[]::new);
        dialog.addChoice(item.getLabel(), labels, labels[Math.min(index, images.size())]);
        dialog.addFileField(item.getLabel() + " file", "", COLUMNS);
    }

    private static void add(GenericDialog dialog, ModuleItem<?> item, String value) {
        if (item.getType() == boolean.class) {
            dialog.addCheckbox(item.getLabel(), value.equals("true"));
        } else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
            String[] choices = item.getChoices().stream().map(Object::toString).toArray(String[]::new);
            dialog.addChoice(item.getLabel(), choices, value);
        } else if (FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle())) {
            dialog.addDirectoryField(item.getLabel(), value, COLUMNS);
        } else if (item.getType() == File.class) {
            dialog.addFileField(item.getLabel(), value, COLUMNS);
        } else {
            dialog.addStringField(item.getLabel(), value, COLUMNS / 2);
        }
    }

    private String read(GenericDialog dialog, ModuleItem<?> item) {
        if (item.getType() == ImageSource.class) {
            int chosen = dialog.getNextChoiceIndex();
            String file = dialog.getNextString();
            return file.isBlank() && chosen < images.size() ? nameOf(images.get(chosen)) : file.trim();
        }
        String value;
        if (item.getType() == boolean.class) {
            value = Boolean.toString(dialog.getNextBoolean());
        } else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
            value = dialog.getNextChoice();
        } else {
            value = dialog.getNextString().trim();
        }
        if (!item.is(NOT_REMEMBERED)) {
            Prefs.set(preference(item), value);
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

    private String remembered(ModuleItem<?> item) {
        return Prefs.get(preference(item), CommandInputs.defaultText(item));
    }

    private String preference(ModuleItem<?> item) {
        return "ahiq." + title.replaceAll("[^A-Za-z]", "") + "." + item.getName();
    }
}
