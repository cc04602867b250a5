/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * Stands in front of {@link AhiqPlugIn}, and is compiled for Java 8: where Java is too old, it says so in one message
 * instead of the many lines about classes that this Java cannot read. Uses nothing that is newer, and no other class of
 * this program but by name.
 */
public final class AhiqMenu implements PlugIn {

    private static final int LEAST_JAVA = 17;
    private static final String PLUGIN = "sc.fiji.ahiq.ij1.AhiqPlugIn";

    /** @param label of the menu entry, as in {@code plugins.config} */
    @Override
    public void run(String label) {
        String problem = problem(System.getProperty("java.specification.version"));
        if (!problem.isEmpty()) {
            IJ.error("AHIQ", problem);
            return;
        }
        try {
            ((PlugIn) Class.forName(PLUGIN, true, AhiqMenu.class.getClassLoader())
                            .getDeclaredConstructor()
                            .newInstance())
                    .run(label);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The jar of AHIQ for ImageJ is not whole: install it again.", e);
        }
    }

    /**
     * What is wrong with a version of Java; empty if nothing is.
     *
     * @param version such as {@code 1.8} or {@code 17}
     */
    static String problem(String version) {
        String major = version.startsWith("1.") ? version.substring(2) : version;
        if (Integer.parseInt(major.replaceFirst("\\D.*", "")) >= LEAST_JAVA) {
            return "";
        }
        return "AHIQ for ImageJ needs Java " + LEAST_JAVA + " or later,\nbut this ImageJ runs with Java " + version
                + ".\n \nDownload a current Fiji (fiji.sc), which brings its Java,\nor start ImageJ with a newer Java.";
    }
}
