/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What messages call commands and options, in the words of menu, macro and script: {@code 'ahiq models list'} is
 * <i>AHIQ Models...</i>, {@code --device cpu} is {@code device=cpu}, for there need be no command line where ImageJ is.
 */
public final class MenuWords {

    private static final Pattern BOTH = Pattern.compile("'ahiq [^'\n]*',? or(, in ImageJ,)? (?=AHIQ )");
    private static final Pattern EITHER = Pattern.compile("'ahiq [^'\n]*', (?=AHIQ )");
    private static final Pattern QUOTED = Pattern.compile("'ahiq ([^'\n]*)'");
    private static final Pattern AT_END = Pattern.compile("(?m)(?<=: )ahiq ([a-z][^\n]*)$");
    private static final Pattern FETCH = Pattern.compile("models fetch (\\S+)");
    private static final Pattern OPTION = Pattern.compile("--([a-z-]+) (\\S+)");
    private static final Pattern FLAG = Pattern.compile("--([a-z][a-z-]+)");

    private static final String OUTER_NAME = "(?<![\\w.-])--([a-z]+(?:-[a-z]+)*)";
    private static final Pattern EXPLAINED = Pattern.compile(" \\((?:--[a-z-]+(?: [^\\s(),]+)?(?:, )?)+\\)");
    private static final Pattern BOTH_NAMES =
            Pattern.compile(OUTER_NAME + "(?: or, in ImageJ, (\\1=\\S*?)(?=[.,;:]?(?:\\s|$))| \\((\\1=[^()\\s]*)\\))");
    private static final Pattern OUTER =
            Pattern.compile(OUTER_NAME + "(?: (?!(?:or|and|with|for|to|alone)\\b)([^\\s,;()]*[^\\s,;:().]))?");

    private MenuWords() {}

    /** The same text for people in front of ImageJ. */
    public static String of(String text) {
        String menu = BOTH.matcher(text).replaceAll("");
        menu = EITHER.matcher(menu).replaceAll("");
        menu = QUOTED.matcher(menu).replaceAll(found -> Matcher.quoteReplacement(entry(found.group(1))));
        menu = AT_END.matcher(menu).replaceAll(found -> Matcher.quoteReplacement(entry(found.group(1))));
        return macroWords(menu);
    }

    /** Options that remain, as a macro writes them. */
    private static String macroWords(String text) {
        String words = EXPLAINED.matcher(text).replaceAll("");
        words = BOTH_NAMES
                .matcher(words)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(2) == null ? found.group(3) : found.group(2)));
        return OUTER.matcher(words).replaceAll(found -> Matcher.quoteReplacement(macroWord(found)));
    }

    private static String macroWord(MatchResult option) {
        String key = option.group(1).replace('-', '_');
        Optional<Input> input = Operation.all().stream()
                .flatMap(operation -> operation.inputs().stream())
                .filter(one -> one.key().equals(key))
                .findAny();
        if (input.isEmpty()) {
            return option.group(); // of another program
        }
        String value = option.group(2);
        return value == null ? key : key + (input.get().isFlag() ? " " : "=") + value;
    }

    private static String entry(String command) {
        Matcher fetch = FETCH.matcher(command);
        if (fetch.matches()) {
            return "AHIQ Fetch Model... (model=" + fetch.group(1) + ")";
        }
        return Operation.all().stream()
                .filter(operation -> !operation.name().isEmpty())
                .filter(operation -> (command + " ").startsWith(operation.name() + " "))
                .max(Comparator.comparing(operation -> operation.name().length()))
                .map(operation -> operation.label()
                        + options(command.substring(operation.name().length())))
                .orElse("the command line, ahiq " + command);
    }

    private static String options(String rest) {
        String inputs = OPTION.matcher(rest).replaceAll("$1=$2");
        inputs = FLAG.matcher(inputs).replaceAll("$1");
        return inputs.contains("=") ? " (" + inputs.strip() + ")" : "";
    }
}
