/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/** Features and scores against the authors' algorithms in float64, with generated parameters. */
class NaturalSceneGoldenTest {

    private static final double FEATURE_TOLERANCE = 1e-9;
    private static final double SCORE_TOLERANCE = 1e-6;
    private static final int FEATURES = 36;

    record Entry(JsonObject json) {

        PlanarImage image() {
            try (InputStream in = NaturalSceneGoldenTest.class.getResourceAsStream(
                    "/images/" + json.get("image").getAsString())) {
                return image(ImageIO.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private PlanarImage image(BufferedImage pixels) {
            int width = json.get("width").getAsInt();
            int height = json.get("height").getAsInt();
            List<Plane> planes = new ArrayList<>();
            for (int shift = 16; shift >= 0; shift -= 8) {
                double[] values = new double[width * height];
                for (int i = 0; i < values.length; i++) {
                    int rgb = pixels.getRGB(
                            json.get("left").getAsInt() + i % width,
                            json.get("top").getAsInt() + i / width);
                    values[i] = rgb >> shift & 0xff;
                }
                planes.add(new Plane(width, height, values));
            }
            return PlanarImage.of(planes);
        }

        boolean hasFlatAreas() {
            return json.get("flat_fraction").getAsDouble() > 0;
        }

        double score(String variant) {
            return number(variant, "score");
        }

        double number(String variant, String field) {
            return json.getAsJsonObject(variant).get(field).getAsDouble();
        }

        double[] numbers(String variant, String field) {
            return NaturalSceneGoldenTest.numbers(json.getAsJsonObject(variant).getAsJsonArray(field));
        }

        @Override
        public String toString() {
            return json.get("name").getAsString();
        }
    }

    static List<Entry> entries() {
        return StreamSupport.stream(read("expected_nr.json").getAsJsonArray().spliterator(), false)
                .map(entry -> new Entry(entry.getAsJsonObject()))
                .toList();
    }

    static List<Entry> withoutFlatAreas() {
        return entries().stream().filter(entry -> !entry.hasFlatAreas()).toList();
    }

    private static JsonElement read(String file) {
        try (Reader reader = new InputStreamReader(
                NaturalSceneGoldenTest.class.getResourceAsStream("/golden/learned/" + file), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(JsonArray array) {
        return array.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void niqeIsThatOfPyiqa(Entry entry) {
        List<double[]> blocks = Niqe.blocks(entry.image(), Niqe.Variant.PYIQA);

        assertClose(blocks.get(0), entry.numbers("niqe", "first_block"));
        assertClose(SceneModel.fit(blocks).mean(), entry.numbers("niqe", "mean_features"));
        assertThat(blocks).hasSize((int) entry.number("niqe", "blocks"));
        assertThat(new Niqe(GeneratedScenes.niqe(), Niqe.Variant.PYIQA).score(entry.image()))
                .isCloseTo(entry.score("niqe"), within(SCORE_TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("withoutFlatAreas")
    void niqeIsThatOfTheRelease(Entry entry) {
        List<double[]> blocks = Niqe.blocks(entry.image(), Niqe.Variant.RELEASE);

        assertClose(blocks.get(0), entry.numbers("niqe_release", "first_block"));
        assertThat(new Niqe(GeneratedScenes.niqe(), Niqe.Variant.RELEASE).score(entry.image()))
                .isCloseTo(entry.score("niqe_release"), within(SCORE_TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void brisqueIsThatOfPyiqa(Entry entry) {
        assertClose(Brisque.features(entry.image(), Brisque.Variant.PYIQA), entry.numbers("brisque", "features"));
        assertThat(new Brisque(GeneratedScenes.brisque(), Brisque.Variant.PYIQA).score(entry.image()))
                .isCloseTo(entry.score("brisque"), within(SCORE_TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("withoutFlatAreas")
    void brisqueIsThatOfTheRelease(Entry entry) {
        assertClose(
                Brisque.features(entry.image(), Brisque.Variant.RELEASE), entry.numbers("brisque_release", "features"));
        assertThat(new Brisque(GeneratedScenes.brisque(), Brisque.Variant.RELEASE).score(entry.image()))
                .isCloseTo(entry.number("brisque_release", "score_printed_rounding"), within(SCORE_TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void brisqueIsThatOfMatlabsToolbox(Entry entry) {
        assertClose(
                Brisque.features(entry.image(), Brisque.Variant.MATLAB), entry.numbers("brisque_matlab", "features"));
        assertThat(new Brisque(GeneratedScenes.brisqueOfMatlab(), Brisque.Variant.MATLAB).score(entry.image()))
                .isCloseTo(entry.score("brisque_matlab"), within(SCORE_TOLERANCE));
    }

    private static void assertClose(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("feature " + i)
                    .isCloseTo(expected[i], within(FEATURE_TOLERANCE * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void flatImagesHaveNoNiqe() {
        PlanarImage flat = PlanarImage.grey(new Plane(192, 192, new double[192 * 192]));
        Niqe niqe = new Niqe(GeneratedScenes.niqe(), Niqe.Variant.RELEASE);

        assertThatThrownBy(() -> niqe.score(flat))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("at least two blocks of 96 x 96 pixels that are not flat, but found 0");
    }

    /** The parameters of the golden values. */
    static final class GeneratedScenes {

        static final JsonObject JSON = read("parameters_nr.json").getAsJsonObject();

        static double[] generated(String key) {
            for (JsonElement tensor : JSON.getAsJsonArray("generated")) {
                JsonObject json = tensor.getAsJsonObject();
                if (json.get("key").getAsString().equals(key)) {
                    double lo = json.get("lo").getAsDouble();
                    double hi = json.get("hi").getAsDouble();
                    double[] shape = numbers(json.getAsJsonArray("shape"));
                    double[] values = new double[(int) (shape[0] * (shape.length > 1 ? shape[1] : 1))];
                    long hash = hash("1/" + key);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = lo + (hi - lo) * uniform(hash + i);
                    }
                    assertThat(values[0]).isEqualTo(json.get("first").getAsDouble());
                    return values;
                }
            }
            throw new IllegalArgumentException(key);
        }

        private static long hash(String text) {
            long hash = 0xcbf29ce484222325L;
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            return hash;
        }

        private static double uniform(long state) {
            long z = state + 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return ((z ^ z >>> 31) >>> 40) * 0x1p-24;
        }

        static SceneModel niqe() {
            double[] mean = generated("niqe.mu");
            double[] base = numbers(JSON.getAsJsonArray("niqe_base"));
            double[] a = generated("niqe.A");
            int size = mean.length;
            double[][] covariance = new double[size][size];
            for (int i = 0; i < size; i++) {
                mean[i] += base[i];
                covariance[i][i] = 0.05;
                for (int j = 0; j < size; j++) {
                    for (int k = 0; k < size; k++) {
                        covariance[i][j] += a[i * size + k] * a[j * size + k];
                    }
                }
            }
            return new SceneModel(mean, covariance);
        }

        static Brisque.Regression brisque() {
            return new Brisque.Regression(
                    generated("brisque.coef"),
                    rows(generated("brisque.sv"), FEATURES),
                    JSON.get("brisque_gamma").getAsDouble(),
                    JSON.get("brisque_rho").getAsDouble(),
                    rows(BrisqueRanges.release(), 2));
        }

        static Brisque.Regression brisqueOfMatlab() {
            double[][] vectors = rows(generated("brisque_matlab.sv"), FEATURES);
            JsonArray centres = JSON.getAsJsonArray("brisque_matlab_centres");
            for (int i = 0; i < vectors.length; i++) {
                double[] centre = numbers(centres.get(i % centres.size()).getAsJsonArray());
                for (int k = 0; k < centre.length; k++) {
                    vectors[i][k] += centre[k];
                }
            }
            return new Brisque.Regression(
                    generated("brisque_matlab.coef"),
                    vectors,
                    JSON.get("brisque_matlab_gamma").getAsDouble() / (0.3210 * 0.3210),
                    JSON.get("brisque_matlab_rho").getAsDouble(),
                    rows(BrisqueRanges.none(), 2));
        }

        private static double[][] rows(double[] values, int columns) {
            double[][] rows = new double[values.length / columns][columns];
            for (int i = 0; i < values.length; i++) {
                rows[i / columns][i % columns] = values[i];
            }
            return rows;
        }
    }
}
