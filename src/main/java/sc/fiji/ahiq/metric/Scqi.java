/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.filter.BlockDct;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Similarity;

/**
 * A structural contrast quality index after S.-H. Bae and M. Kim, TIP 25(5), 2016. Neither the constants of the paper nor a
 * published implementation could be had, so constants and exponents are this project's own: scores are <b>not comparable with
 * published ones</b>, and no reference value was available; checked by properties and by hand in a small case.
 *
 * <p>Images in YIQ are shrunk as for {@link Fsim} and cut into 4 x 4 blocks, whose luma is transformed by DCT. Compared are, by
 * {@link Similarity}:
 *
 * <ol>
 *   <li>structural contrast, the root mean square of the coefficients but the mean, times their kurtosis about 0: large where
 *       few coefficients hold the contrast, small in noise (C = 1000);
 *   <li>the root mean square of the coefficients of low (u + v = 1, 2), middle (3) and high (4 to 6) frequency (C = 160, joined
 *       by their geometric mean);
 *   <li>the means of I and Q (C = 200, power 0.03 of their product, real part where it is negative).
 * </ol>
 *
 * Their product is pooled with the larger structural contrast; without any, evenly. Higher is better, 1 for identical images.
 * Symmetric. Map: the product, with a pixel for each block.
 */
@Plugin(type = Metric.class)
public final class Scqi extends ClassicalMetric {

    private static final int BLOCK = 4;
    private static final int[] BAND_ENDS = {2, 3, 2 * (BLOCK - 1)};
    private static final double C_STRUCTURE = 1000;
    private static final double C_BAND = 160;
    private static final double C_COLOUR = 200;
    private static final double COLOUR_POWER = 0.03;

    public Scqi() {
        super(new MetricDescription(
                "scqi",
                "SC-QI (own constants)",
                "after S.-H. Bae, M. Kim: A novel image quality assessment with globally and locally consilient visual quality"
                        + " perception. IEEE TIP 25(5), 2016; its constants were not available, those used are not the paper's",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                true,
                BLOCK,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Features expected = Features.of(reference);
        return distorted -> compare(expected, Features.of(distorted));
    }

    private static MetricResult compare(Features a, Features b) {
        Plane map = Similarity.of(a.structure, b.structure, C_STRUCTURE);
        for (int band = 0; band < BAND_ENDS.length; band++) {
            map = map.times(Similarity.of(a.bands[band], b.bands[band], C_BAND).map(Math::cbrt));
        }
        Plane colour = Similarity.of(a.i, b.i, C_COLOUR)
                .zip(Similarity.of(a.q, b.q, C_COLOUR), (i, q) -> Pooling.realPower(i * q, COLOUR_POWER));
        map = map.times(colour);
        return MetricResult.of(Pooling.weighted(map, a.structure.max(b.structure)), map);
    }

    /** What is compared; a pixel for each block. */
    private record Features(Plane structure, Plane[] bands, Plane i, Plane q) {

        static Features of(PlanarImage image) {
            int factor = Resampling.viewingFactor(image.width(), image.height());
            Yiq yiq = Yiq.of(image).each(plane -> Resampling.boxDecimated(plane, factor, Border.ZERO));
            BlockDct dct = new BlockDct(BLOCK);
            Plane[] luma = dct.coefficients(yiq.y());
            return new Features(structure(luma), bands(luma), mean(dct, yiq.i()), mean(dct, yiq.q()));
        }

        private static Plane mean(BlockDct dct, Plane plane) {
            return dct.coefficients(plane)[0].map(sum -> sum / BLOCK);
        }

        /** sqrt(m2) * m4 / m2^2, where m2 and m4 are means of powers of the coefficients but the first. */
        private static Plane structure(Plane[] coefficients) {
            Plane squares = Plane.zeros(coefficients[0].width(), coefficients[0].height());
            Plane fourthPowers = squares;
            for (int k = 1; k < coefficients.length; k++) {
                Plane square = coefficients[k].squared();
                squares = squares.zip(square, Double::sum);
                fourthPowers = fourthPowers.zip(square, (sum, s) -> sum + s * s);
            }
            int count = coefficients.length - 1;
            return squares.zip(fourthPowers, (s, f) -> s == 0 ? 0 : Math.sqrt(s / count) * count * f / (s * s));
        }

        private static Plane[] bands(Plane[] coefficients) {
            Plane[] bands = new Plane[BAND_ENDS.length];
            int start = 1;
            for (int band = 0; band < bands.length; band++) {
                bands[band] = rootMeanSquare(coefficients, start, BAND_ENDS[band]);
                start = BAND_ENDS[band] + 1;
            }
            return bands;
        }

        /** Of the coefficients with u + v in {@code start..end}. */
        private static Plane rootMeanSquare(Plane[] coefficients, int start, int end) {
            Plane squares = Plane.zeros(coefficients[0].width(), coefficients[0].height());
            int count = 0;
            for (int k = 1; k < coefficients.length; k++) {
                int order = k % BLOCK + k / BLOCK;
                if (order >= start && order <= end) {
                    squares = squares.zip(coefficients[k], (sum, c) -> sum + c * c);
                    count++;
                }
            }
            int terms = count;
            return squares.map(sum -> Math.sqrt(sum / terms));
        }
    }
}
