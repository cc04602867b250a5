/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The user's home folder: the environment variable {@code HOME}, as all shells understand it; else what Java says,
 * which on Unix comes from the list of users and is {@code ?} for a user who is not in it, as in containers.
 */
public final class UserHome {

    private static final String UNKNOWN = "?";

    private UserHome() {}

    /** Empty if there is none; it need not exist. */
    public static Optional<Path> folder() {
        return folder(System::getenv, System::getProperty);
    }

    /**
     * @param environment values of environment variables, null for those that are not set
     * @param properties the same of system properties
     */
    public static Optional<Path> folder(UnaryOperator<String> environment, UnaryOperator<String> properties) {
        String variable = environment.apply("HOME");
        if (variable != null && !variable.isBlank()) {
            return Optional.of(Path.of(variable).toAbsolutePath());
        }
        String property = properties.apply("user.home");
        return property == null || property.isBlank() || property.equals(UNKNOWN)
                ? Optional.empty()
                : Optional.of(Path.of(property));
    }

    /** Whether folders can be made in it. */
    public static boolean isUsable(Path home) {
        return Files.isDirectory(home) && Files.isWritable(home);
    }
}
