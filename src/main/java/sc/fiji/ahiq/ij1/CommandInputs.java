/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.NamedImages;
import sc.fiji.ahiq.image.ImageSource;

/** The declared inputs of a command, and a run of the command with texts as their values. */
final class CommandInputs<C extends Command> {

    private final Class<C> type;
    private final CommandInfo info;
    private final List<ModuleItem<?>> items = new ArrayList<>();

    CommandInputs(Class<C> type) {
        this.type = type;
        this.info = new CommandInfo(type);
        info.inputs().forEach(item -> {
            if (!isSupplied(item.getType())) {
                items.add(item);
            }
        });
    }

    /** What SciJava itself supplies where there is a context. */
    private static boolean isSupplied(Class<?> type) {
        return type == Context.class || Service.class.isAssignableFrom(type);
    }

    List<ModuleItem<?>> items() {
        return items;
    }

    /** The default as {@link #bind} reads it; empty if there is none. */
    static String defaultText(ModuleItem<?> item) {
        return item.getDefaultValue() == null ? "" : item.getDefaultValue().toString();
    }

    /**
     * A fresh command with these values.
     *
     * @throws UsageException naming key and value if a key is unknown or missing, or a value is not of its type
     * @throws sc.fiji.ahiq.base.error.ImageException if an image cannot be found or opened
     */
    CommandModule bind(Map<String, String> values) {
        values.keySet().forEach(this::requireKnown);
        CommandModule module = newModule();
        for (ModuleItem<?> item : items) {
            String text = values.get(item.getName());
            if (text != null) {
                module.setInput(item.getName(), convert(item, text));
            } else if (item.isRequired()) {
                throw new UsageException("The key '" + item.getName() + "' is missing: expected " + item.getName()
                        + "=... (" + item.getDescription() + ").");
            }
        }
        return module;
    }

    C command(CommandModule module) {
        return type.cast(module.getCommand());
    }

    private CommandModule newModule() {
        try {
            return new CommandModule(info);
        } catch (ModuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireKnown(String key) {
        if (items.stream().noneMatch(item -> item.getName().equals(key))) {
            throw new UsageException("Unknown key '" + key + "': expected "
                    + items.stream().map(ModuleItem::getName).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static Object convert(ModuleItem<?> item, String text) {
        Class<?> wanted = item.getType();
        if (wanted == ImageSource.class) {
            return NamedImages.find(text);
        }
        if (wanted == String.class) {
            return text;
        }
        if (wanted == File.class) {
            return file(item, text);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return truth(item.getName(), text);
        }
        try {
            return number(wanted, text);
        } catch (NumberFormatException e) {
            throw wrongType(item.getName(), text, wanted == double.class ? "a number" : "a whole number");
        }
    }

    /** Relative to the working directory; whether it must exist is known to the command. */
    private static File file(ModuleItem<?> item, String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text).toFile();
            }
        } catch (InvalidPathException e) {
            throw wrongType(item.getName(), text, "the path of a file or folder, but " + e.getReason());
        }
        throw wrongType(item.getName(), text, "the path of a file or folder (" + item.getDescription() + ")");
    }

    private static boolean truth(String key, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrongType(key, text, "true or false");
    }

    private static Object number(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        throw new IllegalStateException("Commands have no inputs of " + type);
    }

    private static UsageException wrongType(String key, String text, String expected) {
        return new UsageException(key + "=" + text + ": expected " + expected + ".");
    }
}
