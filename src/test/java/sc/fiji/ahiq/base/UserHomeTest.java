/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {

    @Test
    void theVariableComesFirst() {
        assertThat(UserHome.folder(Map.of("HOME", "/mine")::get, Map.of("user.home", "/list")::get))
                .contains(Path.of("/mine").toAbsolutePath());
    }

    @Test
    void withoutItJavaIsAsked() {
        assertThat(UserHome.folder(Map.of("HOME", " ")::get, Map.of("user.home", "/list")::get))
                .contains(Path.of("/list"));
    }

    @Test
    void aUserWhoIsInNoListHasNone() {
        assertThat(UserHome.folder(name -> null, Map.of("user.home", "?")::get)).isEmpty();
    }
}
