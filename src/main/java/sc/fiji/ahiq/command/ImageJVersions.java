/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.IJ;
import ij.ImageJ;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which ImageJ, and which Fiji, the program runs in. */
final class ImageJVersions {

    private static final String LEGACY = "net.imagej.legacy.LegacyService";

    private ImageJVersions() {}

    /** By name of the program. */
    static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("imagej", IJ.getFullVersion());
        ImageJ window = IJ.getInstance();
        if (window != null) {
            versions.put("window", window.getTitle() + ": " + window.getInfo().replaceFirst(";.*", ""));
        }
        try {
            Package legacy = Class.forName(LEGACY, false, ImageJVersions.class.getClassLoader())
                    .getPackage();
            versions.put("imagej2", "imagej-legacy " + legacy.getImplementationVersion());
        } catch (ClassNotFoundException e) {
            versions.put("imagej2", "none: this is plain ImageJ, not Fiji");
        }
        return versions;
    }
}
