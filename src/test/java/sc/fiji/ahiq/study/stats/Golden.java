/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Cases computed with other programs. */
final class Golden {

    private Golden() {}

    static <T> Stream<T> read(String name, Class<T[]> type) {
        try (Reader reader = new InputStreamReader(Golden.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return Stream.of(new Gson().fromJson(reader, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
