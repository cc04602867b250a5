/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The class path by which another process finds the classes that this one finds: that of the Java machine, and what
 * class loaders above it add, such as those of ImageJ for its plugins.
 */
final class OwnClassPath {

    private OwnClassPath() {}

    /** As {@code java} takes it; what parents have comes first, as they are asked first. */
    static String of(ClassLoader loader) {
        Deque<ClassLoader> parentsFirst = new ArrayDeque<>();
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            parentsFirst.push(next);
        }
        Set<String> entries = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        for (ClassLoader next : parentsFirst) {
            if (next instanceof URLClassLoader urls) {
                add(urls.getURLs(), entries);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void add(URL[] urls, Set<String> entries) {
        for (URL url : urls) {
            if (url.getProtocol().equals("file")) {
                entries.add(Path.of(uri(url)).toString());
            }
        }
    }

    /** Class loaders are also given addresses with blanks in them. */
    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            return new File(url.getPath()).toURI();
        }
    }
}
