/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.command.Operation;

/**
 * What messages call commands, in the words of the menu: {@code 'ahiq models list'} is <i>AHIQ Models...</i>, for there
 * need be no command line where ImageJ is.
 */
final class MenuWords {

    private static final Pattern BOTH = Pattern.compile("'ahiq [^'\n]*',? or(, in ImageJ,)? (?=AHIQ )");
    private static final Pattern EITHER = Pattern.compile("'ahiq [^'\n]*', (?=AHIQ )");
    private static final Pattern QUOTED = Pattern.compile("'ahiq ([^'\n]*)'");
    private static final Pattern AT_END = Pattern.compile("(?m)(?<=: )ahiq ([a-z][^\n]*)$");
    private static final Pattern FETCH = Pattern.compile("models fetch (\\S+)");
    private static final Pattern OPTION = Pattern.compile("--([a-z-]+) (\\S+)");
    private static final Pattern FLAG = Pattern.compile("--([a-z][a-z-]+)");

    private MenuWords() {}

    /** The same text for people in front of ImageJ. */
    static String of(String text) {
        String menu = BOTH.matcher(text).replaceAll("");
        menu = EITHER.matcher(menu).replaceAll("");
        menu = QUOTED.matcher(menu).replaceAll(found -> Matcher.quoteReplacement(entry(found.group(1))));
        return AT_END.matcher(menu).replaceAll(found -> Matcher.quoteReplacement(entry(found.group(1))));
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
