/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.network.model.PaperNetwork;

/**
 * An input as its command declares it, and what a text means as its value. The constants are attributes of
 * declarations.
 */
public final class Input {

    /** Its value is the letter of a short option, such as {@code o} for {@code -o}. */
    static final String SHORT = "short";

    /** Its value is a second name for the input. */
    static final String ALIAS = "alias";

    /** Its value is what stands for a value of the option in a usage, such as {@code NAME_OR_DIR}. */
    static final String VALUE = "value";

    /** The command line takes it without a name. */
    static final String POSITIONAL = "positional";

    /** On the command line, the option is followed by any number of values. */
    static final String MANY = "many";

    /** It is one way of several to give what is required; the command checks which were chosen. */
    static final String ALTERNATIVE = "alternative";

    /** It comes after all others. */
    static final String RARE = "rare";

    /** It is to be given anew each time, not remembered by a dialog. */
    static final String NOT_REMEMBERED = "not-remembered";

    /** Its value are names of metrics, separated by commas. */
    static final String METRIC_NAMES = "metric-names";

    /** Each choice is a command of its own on the command line, whose description is the attribute of that name. */
    static final String ACTION = "action";

    /** Its value is those actions, separated by commas, that take the input. */
    static final String ACTIONS = "actions";

    /** Its choices are the networks of the paper. */
    static final String NETWORK = "network";

    /** Its choices are the published models that can be downloaded. */
    static final String FETCHABLE = "fetchable";

    private static final String SEPARATOR = ";";

    private final ModuleItem<?> item;

    Input(ModuleItem<?> item) {
        this.item = item;
    }

    /** In macros and scripts; on the command line with {@code -} in place of {@code _}. */
    public String key() {
        return item.getName();
    }

    /** Of the field of a dialog. */
    public String label() {
        return item.getLabel();
    }

    /** For people; may have several lines. */
    public String description() {
        return item.getDescription();
    }

    public Class<?> type() {
        return item.getType();
    }

    /** Whether the command needs it. Without others it may need inputs that are not required, too. */
    public boolean isRequired() {
        return item.isRequired();
    }

    public boolean isFlag() {
        return type() == boolean.class;
    }

    /** Whether it has any number of values. */
    public boolean isList() {
        return type().isArray();
    }

    public boolean isImage() {
        return type() == ImageSource.class;
    }

    /** Whether it is a path, or several. */
    public boolean isFile() {
        return type() == File.class || type() == File[].class;
    }

    /** Whether it is, or can be, the path of a folder. */
    public boolean isFolder() {
        return FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle());
    }

    /** Empty if any value may do. */
    public List<String> choices() {
        if (item.is(NETWORK)) {
            return PaperNetwork.distinctNames();
        }
        if (item.is(FETCHABLE)) {
            return OfficialModels.all().stream()
                    .filter(OfficialModel::isFetchable)
                    .map(OfficialModel::name)
                    .toList();
        }
        return item.getChoices() == null
                ? List.of()
                : item.getChoices().stream().map(String::valueOf).toList();
    }

    /** The default as {@link #parse} reads it; empty if there is none. */
    public String defaultText() {
        return item.getDefaultValue() == null || isList()
                ? ""
                : item.getDefaultValue().toString();
    }

    public boolean isRemembered() {
        return !item.is(NOT_REMEMBERED);
    }

    /** Whether it, or another one in place of it, is required. */
    public boolean isEssential() {
        return isRequired() || item.is(ALTERNATIVE);
    }

    /** Whether its value are names of metrics. */
    public boolean isMetricNames() {
        return item.is(METRIC_NAMES);
    }

    /** Whether it comes after all others. */
    public boolean isRare() {
        return item.is(RARE);
    }

    public boolean isPositional() {
        return item.is(POSITIONAL);
    }

    /** Whether the name of the option is followed by any number of values. */
    public boolean takesMany() {
        return item.is(MANY);
    }

    /** The letter of the short option; empty if there is none. */
    public String shortName() {
        return attribute(SHORT);
    }

    /** A second name; empty if there is none. */
    public String alias() {
        return attribute(ALIAS);
    }

    /** What stands for a value in a usage. */
    public String valueLabel() {
        String given = attribute(VALUE);
        if (!given.isEmpty()) {
            return given;
        }
        if (isFolder()) {
            return "DIR";
        }
        if (type() == String.class || type() == String[].class) {
            return "TEXT";
        }
        return isFile() ? "FILE" : "N";
    }

    /** Whether its choices are commands of their own on the command line. */
    public boolean isAction() {
        return item.is(ACTION);
    }

    /** What an action does. */
    public String actionDescription(String action) {
        return attribute(action);
    }

    /** Whether a command line of this action has it. */
    public boolean isOf(String action) {
        String actions = attribute(ACTIONS);
        return !isAction() && (actions.isEmpty() || List.of(actions.split(",")).contains(action));
    }

    private String attribute(String name) {
        return item.get(name) == null ? "" : item.get(name);
    }

    boolean isCalled(String name) {
        return name.equals(key()) || name.equals(alias());
    }

    /** The texts of a value in a macro or a dialog; those of a list are separated by semicolons. */
    public List<String> split(String text) {
        return isList()
                ? Stream.of(text.split(SEPARATOR))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList()
                : List.of(text);
    }

    /**
     * The value that texts mean, one of them unless the input is a list.
     *
     * @throws UsageException naming key and text if one is not of the type
     * @throws sc.fiji.ahiq.base.error.ImageException if an image cannot be found or opened
     */
    Object parse(List<String> texts) {
        if (type() == File[].class) {
            return texts.stream().map(this::file).toArray(File[]::new);
        }
        return type() == String[].class ? texts.toArray(String[]::new) : parse(texts.get(0));
    }

    private Object parse(String text) {
        if (isImage()) {
            return NamedImages.find(text);
        }
        if (type() == String.class) {
            return text;
        }
        if (isFile()) {
            return file(text);
        }
        if (isFlag()) {
            return truth(text);
        }
        try {
            return number(text);
        } catch (NumberFormatException e) {
            throw wrongType(text, type() == double.class ? "a number" : "a whole number");
        }
    }

    /** Relative to the working directory; whether it must exist is known to the command. */
    private File file(String text) {
        try {
            if (!text.isBlank()) {
                return WebAddress.path(text).toFile();
            }
        } catch (InvalidPathException e) {
            throw wrongType(text, "the path of a file or folder, but " + e.getReason());
        }
        throw wrongType(text, "the path of a file or folder (" + description() + ")");
    }

    private boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrongType(text, "true or false");
    }

    private Object number(String text) {
        if (type() == int.class || type() == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type() == long.class || type() == Long.class) {
            return Long.valueOf(text);
        }
        if (type() == double.class) {
            return Double.valueOf(text);
        }
        throw new IllegalStateException("Commands have no inputs of " + type());
    }

    private UsageException wrongType(String text, String expected) {
        return new UsageException(key() + "=" + text + ": expected " + expected + ".");
    }
}
