/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses such as {@code https://example.org/a.png} or {@code hdfs:///images/a.png} where paths of files are
 * expected: a {@link Path} that is made of one loses slashes. Nothing is read from them here.
 */
public final class WebAddress {

    /** Two letters at least, for the drives of Windows have one. */
    private static final Pattern WITH_A_SLASH_LESS =
            Pattern.compile("(?:.*?[/\\\\])?([A-Za-z][A-Za-z0-9+.-]+:)[/\\\\]+(.+)", Pattern.DOTALL);

    /** Stands in a path for the host of an address that names none; no host is called so. */
    private static final String NO_HOST = "-/";

    private static final Pattern WITHOUT_HOST = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+:)///+");

    private WebAddress() {}

    /**
     * A path, or an address as a path of which {@link #written} makes it again.
     *
     * @throws java.nio.file.InvalidPathException if it can be no path
     */
    public static Path path(String text) {
        return Path.of(WITHOUT_HOST.matcher(text).replaceFirst("$1//" + NO_HOST));
    }

    public static boolean is(Path path) {
        return WITH_A_SLASH_LESS.matcher(path.toString()).matches();
    }

    /** What is before the colon of an address, in lower case; empty for a path. */
    public static String scheme(Path path) {
        Matcher matcher = WITH_A_SLASH_LESS.matcher(path.toString());
        return matcher.matches() ? matcher.group(1).replace(":", "").toLowerCase(Locale.ROOT) : "";
    }

    /** A path as somebody wrote it: an address with all of its slashes and without a folder before it. */
    public static String written(Path path) {
        Matcher matcher = WITH_A_SLASH_LESS.matcher(path.toString());
        if (!matcher.matches()) {
            return path.toString();
        }
        String rest = matcher.group(2);
        return matcher.group(1) + "//" + (rest.startsWith(NO_HOST) ? rest.substring(NO_HOST.length() - 1) : rest);
    }
}
