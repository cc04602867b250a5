/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.png, https://example.org/a.png",
        "HTTP://a/b, HTTP://a/b",
        "folder/s3://bucket/b.png, s3://bucket/b.png",
        "/lists/file:///home/a.png, file://home/a.png"
    })
    void anAddressIsWrittenWithBothSlashes(String path, String written) {
        assertThat(WebAddress.is(Path.of(path))).isTrue();
        assertThat(WebAddress.written(Path.of(path))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs:///images/a.png", "file:///home/a.png", "s3a://bucket/b/c.tif#1", "sub/a.png"})
    void aPathOfAnAddressIsWrittenAsItWas(String address) {
        assertThat(WebAddress.written(WebAddress.path(address))).isEqualTo(address);
        assertThat(WebAddress.written(WebAddress.path(address).resolveSibling("b")))
                .isEqualTo(address.substring(0, address.lastIndexOf('/') + 1) + "b");
    }

    @ParameterizedTest
    @CsvSource({"HDFS:///a, hdfs", "s3a://b/c, s3a", "a/b.png, ''"})
    void theSchemeOfAnAddressIsKnown(String address, String scheme) {
        assertThat(WebAddress.scheme(WebAddress.path(address))).isEqualTo(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "C:/images/a.png", "sub/12:30/a.png", "a:b.png", "https:"})
    void otherPathsAreThemselves(String path) {
        assertThat(WebAddress.is(Path.of(path))).isFalse();
        assertThat(WebAddress.written(Path.of(path))).isEqualTo(path);
    }
}
