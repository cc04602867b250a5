/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class InferenceOptionsTest {

    @Test
    void defaultsAreOfflineAndExact() {
        InferenceOptions options = InferenceOptions.defaults();

        assertThat(options.device()).isSameAs(DeviceChoice.AUTO);
        assertThat(options.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(options.batch()).isEmpty();
        assertThat(options.engine().downloadAllowed()).isFalse();
        assertThat(options.engine().cacheFolder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 1025})
    void aBatchOutOfRangeIsAnError(int batch) {
        assertThatThrownBy(() -> new InferenceOptions(
                        DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(batch), EngineSettings.defaults()))
                .isInstanceOf(UsageException.class)
                .hasMessage("Batch " + batch + ": expected 1 to 1024.");
    }

    @ParameterizedTest
    @CsvSource({"float32, FLOAT32", "FLOAT32, FLOAT32", "' mixed', MIXED", "Mixed, MIXED"})
    void aPrecisionIsParsedInAnyCase(String text, Precision expected) {
        assertThat(Precision.parse(text)).isEqualTo(expected);
        assertThat(Precision.parse(expected.toString())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "float16", "float 32"})
    void anotherPrecisionIsAnError(String text) {
        assertThatThrownBy(() -> Precision.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown precision '" + text + "': expected float32 or mixed.");
    }
}
