/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import sc.fiji.ahiq.error.ModelException;
import sc.fiji.ahiq.error.Printable;

/** A YAML mapping that is read strictly: every entry is wanted, of the right type and in range, and there are no others. */
final class YamlMap {

    private static final int MAX_CHANNELS = 16384;

    private final String where;
    private final Map<String, Object> unread;

    private YamlMap(String where, Map<?, ?> entries) {
        this.where = where;
        this.unread = new LinkedHashMap<>();
        entries.forEach((key, value) -> unread.put(String.valueOf(key), value));
    }

    /**
     * @param file named in messages
     * @throws ModelException if {@code text} is not YAML or not a mapping
     */
    static YamlMap parse(String file, String text) {
        if (load(file, text) instanceof Map<?, ?> entries) {
            return new YamlMap(file, entries);
        }
        throw new ModelException(file + ": expected entries 'key: value', found something else.");
    }

    /** SnakeYAML has its own exception for bad syntax, but others for a value that does not suit its tag, as {@code !!int x}. */
    private static Object load(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (RuntimeException e) {
            throw new ModelException(file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    static String print(Map<String, Object> entries) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        options.setWidth(120);
        return new Yaml(new Representer(options), options).dump(entries);
    }

    String text(String key) {
        Object value = take(key);
        if (value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        throw error(key + ": expected text, in quotes if it looks like something else, found " + Printable.of(value));
    }

    String text(String key, String pattern) {
        String value = text(key);
        if (!value.matches(pattern)) {
            throw error(key + ": expected " + pattern + ", found " + Printable.of(value));
        }
        return value;
    }

    void constant(String key, String expected) {
        String value = text(key);
        if (!value.equals(expected)) {
            throw error(key + ": this version knows only " + expected + ", found " + Printable.of(value));
        }
    }

    int channels(String key) {
        return integer(key, 1, MAX_CHANNELS);
    }

    int integer(String key, int min, int max) {
        Object value = take(key);
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw error(key + ": expected a whole number from " + min + " to " + max + ", found " + Printable.of(value));
    }

    double number(String key, double min, double max) {
        Object value = take(key);
        if (value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw error(key + ": expected a number from " + min + " to " + max + ", found " + Printable.of(value));
    }

    YamlMap map(String key) {
        Object value = take(key);
        if (value instanceof Map<?, ?> entries) {
            return new YamlMap(where + ", " + key, entries);
        }
        throw error(key + ": expected entries 'key: value' below it, found " + Printable.of(value));
    }

    boolean contains(String key) {
        return unread.containsKey(key);
    }

    /** A list of mappings. */
    List<YamlMap> maps(String key) {
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
            maps.add(new YamlMap(where + ", " + name, entries));
        }
        return maps;
    }

    void rejectUnknown() {
        if (!unread.isEmpty()) {
            throw error("unknown entries " + Printable.of(unread.keySet()) + ". Correct or remove them.");
        }
    }

    ModelException error(String message) {
        return new ModelException(where + ": " + message);
    }

    private Object take(String key) {
        if (!unread.containsKey(key)) {
            throw error("the entry '" + key + "' is missing.");
        }
        return unread.remove(key);
    }
}
