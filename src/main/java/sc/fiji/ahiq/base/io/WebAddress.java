/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses such as {@code https://example.org/a.png} where paths of files are expected: a {@link Path} that is made of
 * one loses a slash. Nothing is read from them.
 */
public final class WebAddress {

    /** Two letters at least, for the drives of Windows have one. */
    private static final Pattern WITH_A_SLASH_LESS =
            Pattern.compile("(?:.*?[/\\\\])?([A-Za-z][A-Za-z0-9+.-]+:)[/\\\\]+(.+)", Pattern.DOTALL);

    private WebAddress() {}

    public static boolean is(Path path) {
        return WITH_A_SLASH_LESS.matcher(path.toString()).matches();
    }

    /** A path as somebody wrote it: an address with both of its slashes and without a folder before it. */
    public static String written(Path path) {
        Matcher matcher = WITH_A_SLASH_LESS.matcher(path.toString());
        return matcher.matches() ? matcher.group(1) + "//" + matcher.group(2) : path.toString();
    }
}
