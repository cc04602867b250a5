/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;

class ZarrImagesTest {

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("image.zarr");
    }

    private ImageSource open(String part) {
        return ZarrImages.open(folder(), part, "image.zarr");
    }

    private static double sample(ImagePlane plane, int x, int y) {
        RandomAccess<? extends RealType<?>> access = plane.channels().get(0).randomAccess();
        access.setPosition(new int[] {x, y});
        return access.get().getRealDouble();
    }

    private static void assertSamples(ImageSource image) {
        assertThat(image.width()).isEqualTo(ZarrFixture.WIDTH);
        assertThat(image.height()).isEqualTo(ZarrFixture.HEIGHT);
        assertThat(image.channels()).isEqualTo(ZarrFixture.CHANNELS);
        for (int c = 0; c < ZarrFixture.CHANNELS; c++) {
            ImagePlane plane = image.channel(c + 1, 1, 1);
            for (int y = 0; y < ZarrFixture.HEIGHT; y++) {
                for (int x = 0; x < ZarrFixture.WIDTH; x++) {
                    assertThat(sample(plane, x, y)).isEqualTo(ZarrFixture.sample(x, y, c));
                }
            }
        }
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder().resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zlib", "zstd", "blosc"})
    void everyCodecOfVersion2GivesTheSamples(String codec) throws IOException {
        ZarrFixture.version2(folder(), codec);

        assertSamples(open(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zstd", "blosc", "crc32c"})
    void everyCodecOfVersion3GivesTheSamples(String codec) throws IOException {
        ZarrFixture.version3(folder(), codec);

        assertSamples(open(""));
    }

    @Test
    void anArrayIsAnImage() throws IOException {
        ZarrFixture.version3(folder(), "none");
        edit(
                "0/zarr.json",
                json -> json.replace("\"node_type\"", "\"dimension_names\": [\"c\", \"y\", \"x\"], \"node_type\""));

        assertSamples(ZarrImages.open(folder().resolve("0"), "", "0"));
    }

    @Test
    void chunksThatAreNotThereAreTheFillValue() throws IOException {
        ZarrFixture.version2(folder(), "gzip");
        Files.delete(folder().resolve("0/1/0/1"));

        ImagePlane plane = open("").channel(2, 1, 1);

        assertThat(sample(plane, 4, 3)).isEqualTo(ZarrFixture.sample(4, 3, 1));
        assertThat(sample(plane, 5, 3)).isEqualTo(77);
        assertThat(sample(plane, 5, 4)).isEqualTo(ZarrFixture.sample(5, 4, 1));
    }

    @Test
    void seriesAndResolutionsAreChosenByNumber() throws IOException {
        ZarrFixture.version2(folder(), "none");
        edit(".zattrs", json -> json.replace("{\"path\": \"0\"}", "{\"path\": \"nowhere\"}, {\"path\": \"0\"}"));

        assertSamples(open("0/1"));
        assertThatThrownBy(() -> open("0/2"))
                .hasMessageStartingWith("Expected a resolution of image.zarr out of 2, but found 2");
        assertThatThrownBy(() -> open("1")).hasMessageStartingWith("Expected a series of image.zarr from #0 to #0");
        assertThatThrownBy(() -> open("x")).hasMessageContaining("but found #x");
    }

    @Test
    void aGroupOfImagesHasSeries() throws IOException {
        ZarrFixture.version2(folder().resolve("0"), "none");
        ZarrFixture.version2(folder().resolve("1"), "gzip");
        ZarrFixture.write(folder().resolve(".zgroup"), "{\"zarr_format\": 2}");

        assertSamples(open("1/0"));
        assertThatThrownBy(() -> open(""))
                .hasMessage("Expected one image, but image.zarr has 2 series. Choose one of them: image.zarr#0 to #1.");
    }

    @Test
    void axesAreToldByTheirNames() throws IOException {
        ZarrFixture.version2(folder(), "none");
        edit(".zattrs", json -> json.replace("\"name\": \"c\"", "\"name\": \"z\""));

        ImageSource image = open("");

        assertThat(image.slices()).isEqualTo(3);
        assertThat(sample(image.plane(3, 1), 11, 6)).isEqualTo(ZarrFixture.sample(11, 6, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"order\": \"C\" | \"order\": \"F\"        | order F",
                "\"filters\": null | \"filters\": [{\"id\": \"delta\"}] | filters",
                "\"compressor\": null | \"compressor\": {\"id\": \"lzma\"} | the codec 'lzma'",
                "<u2 | <c16 | samples of the type '<c16'",
                "<u2 | <u8 | samples of the type '<u8'"
            })
    void otherKindsAreRefusedByName(String from, String to, String kind) throws IOException {
        ZarrFixture.version2(folder(), "none");
        edit("0/.zarray", json -> json.replace(from, to));

        assertThatThrownBy(() -> open(""))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("of a kind that is read here, but ")
                .hasMessageContaining(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3, 7, 12] | [3, 7]                     | chunks of 3 dimensions in an array of 2",
                "[3, 7, 12] | [3, -7, 12]                | shape is [3,-7,12]",
                "[3, 7, 12] | [3, 7, 1e400]              | (Overflow)",
                "[1, 4, 5]  | [1, 400000, 400000]        | a chunk of 320000000000 bytes",
                "[1, 4, 5]  | [9223372036854775807, 4, 5]| long overflow",
                "{          | [                          | Unterminated array"
            })
    void metadataThatMakeNoImageAreRefused(String from, String to, String detail) throws IOException {
        ZarrFixture.version2(folder(), "none");
        edit("0/.zarray", json -> json.replace(from, to));

        assertThatThrownBy(() -> open("")).isInstanceOf(ImageException.class).hasMessageContaining(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "/etc", ".."})
    void nothingOutsideOfTheFolderIsRead(String path) throws IOException {
        ZarrFixture.version2(temporary.resolve("other"), "none");
        ZarrFixture.version2(folder(), "none");
        edit(".zattrs", json -> json.replace("\"path\": \"0\"", "\"path\": \"" + path + "\""));

        assertThatThrownBy(() -> open("")).hasMessageContaining("the dataset '" + path + "' is not in the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zlib", "zstd", "blosc"})
    void aDamagedChunkIsRefused(String codec) throws IOException {
        ZarrFixture.version2(folder(), codec);
        Path chunk = folder().resolve("0/0/0/0");
        byte[] bytes = Files.readAllBytes(chunk);

        for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
            Files.write(chunk, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> open("").channel(1, 1, 1)).isInstanceOf(ImageException.class);
        }
        Files.write(chunk, new byte[1 << 20]);
        assertThatThrownBy(() -> open("").channel(1, 1, 1)).hasMessageContaining("is larger than the 40 bytes");
    }

    @Test
    void aChunkThatGrowsIsRefusedBeforeItFillsTheHeap() throws IOException {
        ZarrFixture.version2(folder(), "gzip");
        Path chunk = folder().resolve("0/0/0/0");
        try (var out = new GZIPOutputStream(Files.newOutputStream(chunk))) {
            out.write(new byte[1 << 25]);
        }

        assertThatThrownBy(() -> open("").channel(1, 1, 1)).hasMessageContaining("45 bytes where a chunk has 40");
    }
}
