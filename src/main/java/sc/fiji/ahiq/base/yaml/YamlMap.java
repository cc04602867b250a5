/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.Printable;

/**
 * A YAML mapping that is read strictly: every entry is wanted, of the right type and in range, and there are no others.
 * An entry counts as read when its method was called, and can be read once. Not thread safe.
 */
public final class YamlMap {

    private final String where;
    private final BiFunction<String, Throwable, ? extends AhiqException> problems;
    private final Map<String, Object> unread;

    /** Those that were asked for, in this order. */
    private final Set<String> known = new LinkedHashSet<>();

    private YamlMap(String where, Map<?, ?> entries, BiFunction<String, Throwable, ? extends AhiqException> problems) {
        this.where = where;
        this.problems = problems;
        this.unread = new LinkedHashMap<>();
        entries.forEach((key, value) -> unread.put(String.valueOf(key), value));
    }

    /**
     * @param file named in messages
     * @param problems makes the exceptions that are thrown for anything wrong with the text, of message and cause (or
     *     null)
     */
    public static YamlMap parse(
            String file, String text, BiFunction<String, Throwable, ? extends AhiqException> problems) {
        if (load(file, text, problems) instanceof Map<?, ?> entries) {
            return new YamlMap(file, entries, problems);
        }
        throw problems.apply(file + ": expected entries 'key: value', found something else.", null);
    }

    /**
     * SnakeYAML has its own exception for bad syntax, but others for a value that does not suit its tag, as
     * {@code !!int x}.
     */
    private static Object load(
            String file, String text, BiFunction<String, Throwable, ? extends AhiqException> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (RuntimeException e) {
            throw problems.apply(file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    /** The text of a mapping, in the order of its entries. */
    public static String print(Map<String, Object> entries) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        options.setWidth(120);
        return new Yaml(new Representer(options), options).dump(entries);
    }

    public String text(String key) {
        Object value = take(key);
        if (value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        throw error(key + ": expected text, in quotes if it looks like something else, found " + Printable.of(value));
    }

    public String text(String key, String pattern) {
        String value = text(key);
        if (!value.matches(pattern)) {
            throw error(key + ": expected " + pattern + ", found " + Printable.of(value));
        }
        return value;
    }

    public void constant(String key, String expected) {
        String value = text(key);
        if (!value.equals(expected)) {
            throw error(key + ": this version knows only " + expected + ", found " + Printable.of(value));
        }
    }

    public int integer(String key, int min, int max) {
        Object value = take(key);
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw error(key + ": expected a whole number from " + min + " to " + max + ", found " + Printable.of(value));
    }

    public double number(String key, double min, double max) {
        Object value = take(key);
        Number number = value instanceof Number n ? n : value instanceof String text ? exponential(text) : null;
        if (number != null && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw error(key + ": expected a number from " + min + " to " + max + ", found " + Printable.of(value));
    }

    /** YAML takes {@code 1e-4} for text, because it lacks a point; null for other text. */
    private static Double exponential(String text) {
        return text.matches("[+-]?\\d+[eE][+-]?\\d{1,3}") ? Double.valueOf(text) : null;
    }

    public boolean flag(String key) {
        Object value = take(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw error(key + ": expected true or false, found " + Printable.of(value));
    }

    /** A list of texts, each of a pattern. */
    public List<String> texts(String key, String pattern) {
        Object value = take(key);
        if (value instanceof List<?> items
                && items.stream().allMatch(item -> item instanceof String text && text.matches(pattern))) {
            return items.stream().map(String.class::cast).toList();
        }
        throw error(key + ": expected a list of " + pattern + ", found " + Printable.of(value));
    }

    /** The mapping of an entry, an empty one if there is no such entry. */
    public YamlMap optionalMap(String key) {
        return contains(key) ? map(key) : new YamlMap(where + ", " + key, Map.of(), problems);
    }

    public YamlMap map(String key) {
        Object value = take(key);
        if (value instanceof Map<?, ?> entries) {
            return new YamlMap(where + ", " + key, entries, problems);
        }
        throw error(key + ": expected entries 'key: value' below it, found " + Printable.of(value));
    }

    public boolean contains(String key) {
        known.add(key);
        return unread.containsKey(key);
    }

    /** A list of mappings. */
    public List<YamlMap> maps(String key) {
        Object value = take(key);
        if (!(value instanceof List<?> items)) {
            throw error(key + ": expected a list, found " + Printable.of(value));
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Object item : items) {
            String name = key + " " + (maps.size() + 1);
            if (!(item instanceof Map<?, ?> entries)) {
                throw error(name + ": expected entries 'key: value', found " + Printable.of(item));
            }
            maps.add(new YamlMap(where + ", " + name, entries, problems));
        }
        return maps;
    }

    /** A mapping, alone in the result, or a list of mappings, of which there is at least one. */
    public List<YamlMap> mapOrMaps(String key) {
        if (!(unread.get(key) instanceof List<?> items)) {
            return List.of(map(key));
        }
        if (items.isEmpty()) {
            throw error(key + ": expected entries 'key: value' or a list of them, found []");
        }
        return maps(key);
    }

    /** The text of the entries that were not read yet; layout and comments of the file do not show in it. */
    public String unreadText() {
        return print(unread);
    }

    public void rejectUnknown() {
        if (!unread.isEmpty()) {
            throw error("unknown entries " + Printable.of(unread.keySet()) + ". Correct or remove them. Known are "
                    + String.join(", ", known) + ".");
        }
    }

    /** The exception for something wrong with this mapping. */
    public AhiqException error(String message) {
        return problems.apply(where + ": " + message, null);
    }

    private Object take(String key) {
        known.add(key);
        if (!unread.containsKey(key)) {
            throw error("the entry '" + key + "' is missing.");
        }
        return unread.remove(key);
    }
}
