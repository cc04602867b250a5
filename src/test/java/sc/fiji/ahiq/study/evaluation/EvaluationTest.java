/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.study.stats.Interval;
import sc.fiji.ahiq.study.stats.Logistic;
import sc.fiji.ahiq.study.stats.LogisticFit;

class EvaluationTest {

    private static final EvaluationOptions OPTIONS = new EvaluationOptions("", 200, 1, 0.95, 3);

    private static final String[] TEN = {
        "reference,distorted,score,mos,distortion",
        "a,1,0.1,1.0,blur",
        "a,2,0.4,2.5,noise",
        "a,3,0.35,2.0,blur",
        "a,4,0.8,4.0,noise",
        "a,5,0.9,4.5,blur",
        "b,6,0.55,3.5,noise",
        "b,7,0.2,1.5,blur",
        "b,8,0.65,3.0,noise",
        "b,9,0.7,4.0,blur",
        "b,10,0.3,2.5,noise"
    };

    @TempDir
    private Path folder;

    private Evaluation evaluate(String... lines) {
        return Evaluation.of(SyntheticResults.write(folder, lines), OPTIONS);
    }

    private static EvaluationOptions metrics(String names) {
        return new EvaluationOptions(names, 200, 1, 0.95, 3);
    }

    @Test
    void theByteOrderMarkOfASpreadsheetDoesNotMatter() {
        Evaluation evaluation =
                evaluate("\uFEFFreference,distorted,score,mos", "a,1,1,1", "a,2,2,2", "b,3,4,3", "b,4,3,4");

        assertThat(evaluation.pairs()).hasSize(4);
    }

    @Test
    void aColumnWithoutAnyValueIsNoMetric() {
        Evaluation evaluation = evaluate(
                "reference,distorted,score,ssim,mos",
                "a,1,,0.1,1",
                "a,2,,0.4,2.5",
                "a,3,,0.35,2",
                "b,4,,0.8,4",
                "b,5,,,3");

        assertThat(evaluation.metrics()).extracting(metric -> metric.name()).containsExactly("ssim");
        assertThat(evaluation.pairs()).hasSize(4);
    }

    /** {@code pearsonr}, {@code spearmanr} and {@code kendalltau} of SciPy 1.17.1. */
    @Test
    void coefficientsAreThoseOfSciPy() {
        Agreement all = evaluate(TEN).metrics().get(0).all();

        assertThat(all.pairs()).isEqualTo(10);
        assertThat(all.get(Statistic.PLCC)).isCloseTo(0.963622569994754, within(1e-12));
        assertThat(all.get(Statistic.SROCC)).isCloseTo(0.9634325446441845, within(1e-12));
        assertThat(all.get(Statistic.KROCC)).isCloseTo(0.8865926413116155, within(1e-12));
        assertThat(all.get(Statistic.MAIN_SCORE)).isCloseTo(0.963622569994754 + 0.9634325446441845, within(1e-12));
        assertThat(all.get(Statistic.PLCC_MAPPED)).isGreaterThanOrEqualTo(all.get(Statistic.PLCC));
    }

    @Test
    void scoresThatAreTheOpinionsAgreePerfectly() {
        Evaluation evaluation = evaluate(
                "reference,distorted,score,mos", "a,1,1,1", "a,2,2,2", "b,3,3,3", "b,4,4,4", "c,5,5,5", "c,6,6,6");

        Agreement all = evaluation.metrics().get(0).all();
        assertThat(all.get(Statistic.MAIN_SCORE)).isCloseTo(2, within(1e-12));
        assertThat(all.get(Statistic.KROCC)).isCloseTo(1, within(1e-12));
        assertThat(all.get(Statistic.RMSE_MAPPED)).isCloseTo(0, within(1e-5));
        assertThat(evaluation.metrics().get(0).byDistortion()).isEmpty();
    }

    @Test
    void metricsWhoseLowScoresAreGoodAgreePositively() {
        Evaluation evaluation = Evaluation.of(SyntheticResults.noisy(folder, 5), metrics("psnr,gmsd"));

        MetricEvaluation psnr = evaluation.metrics().get(0);
        MetricEvaluation gmsd = evaluation.metrics().get(1);
        assertThat(gmsd.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        for (Statistic statistic : Statistic.values()) {
            assertThat(gmsd.all().get(statistic))
                    .as(statistic.label())
                    .isCloseTo(psnr.all().get(statistic), within(1e-6));
        }
        assertThat(gmsd.all().get(Statistic.SROCC)).isBetween(0.6, 0.9);
    }

    @Test
    void theDirectionOfAnUnknownMetricIsThatOfItsRankCorrelation() {
        Evaluation evaluation = Evaluation.of(SyntheticResults.noisy(folder, 5), metrics("mine"));

        MetricEvaluation mine = evaluation.metrics().get(0);
        assertThat(mine.isDirectionKnown()).isFalse();
        assertThat(mine.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(mine.all().get(Statistic.SROCC)).isBetween(0.6, 0.9);
    }

    @Test
    void scoreAndAllKnownMetricsAreEvaluatedUnlessNamed() {
        Path file = SyntheticResults.noisy(folder, 3);

        assertThat(labels(Evaluation.of(file, OPTIONS))).containsExactly("AHIQ", "GMSD", "PSNR");
        assertThat(labels(Evaluation.of(file, metrics(" mine, ahiq")))).containsExactly("mine", "AHIQ");
    }

    @Test
    void severalModelsAreMetricsButNotWhatIsToldOfThem() {
        Evaluation evaluation = evaluate(
                "reference,distorted,ahiq,ahiq:mine,psnr,sd,ahiq:mine.sd,score,mos",
                "a,1,1,2,3,0.1,0.2,7,1",
                "a,2,2,1,4,0.1,0.2,8,2",
                "b,3,4,3,5,0.1,0.2,9,3");

        assertThat(labels(evaluation)).containsExactly("AHIQ", "AHIQ (mine)", "PSNR");
        assertThat(labels(Evaluation.of(evaluation.file(), metrics("score")))).containsExactly("score");
    }

    private static List<String> labels(Evaluation evaluation) {
        return evaluation.metrics().stream().map(metric -> metric.label()).toList();
    }

    @Test
    void rowsThatCannotBeEvaluatedAreCountedByTheirReasons() {
        Evaluation evaluation = evaluate(
                "reference,distorted,score,psnr,mos,error",
                "a,1,1,30,1,",
                "a,2,2,31,2,",
                "a,3,3,32,3,",
                "a,4,,33,4,it broke",
                "a,5,5,34,,",
                "a,6,6,,6,",
                "a,7,7,Infinity,7,",
                "a,8,8,38,NaN,",
                "a,1,9,39,9,",
                "a,10,4,40,4,another metric failed",
                "a,11,1");

        assertThat(evaluation.pairs()).extracting(EvaluatedPair::distorted).containsExactly("1", "2", "3", "10");
        assertThat(evaluation.excluded())
                .isEqualTo(Map.of(
                        "with an error", 1,
                        "without a MOS", 1,
                        "without PSNR", 1,
                        "with PSNR that is not finite", 1,
                        "with a MOS that is not finite", 1,
                        "with the images of an earlier row", 1,
                        "with missing cells", 1));
    }

    @Test
    void metricsThatWereNotAskedForExcludeNothing() {
        Path file = SyntheticResults.write(
                folder, "reference,distorted,score,psnr,mos", "a,1,1,,1", "a,2,2,,2", "a,3,3,Infinity,3");

        assertThat(Evaluation.of(file, metrics("score")).pairs()).hasSize(3);
    }

    @Test
    void jsonLinesAreReadAsCommaSeparatedValuesAre() throws Exception {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(
                file,
                "{\"reference\":\"a\",\"distorted\":\"1\",\"score\":1,\"mos\":1.5,\"error\":null}\n"
                        + "{\"reference\":\"a\",\"distorted\":\"2\",\"score\":2,\"mos\":2.5,\"error\":null}\n"
                        + "{\"reference\":\"a\",\"distorted\":\"3\",\"score\":null,\"mos\":2.5,\"error\":\"it broke\"}\n"
                        + "{\"reference\":\"a\",\"distorted\":\"4\",\"score\":4,\"mos\":1.5,\"error\":null}\n"
                        + "{\"reference\":\"a\",\"disto");

        Evaluation evaluation = Evaluation.of(file, OPTIONS);

        assertThat(evaluation.pairs()).hasSize(3);
        assertThat(evaluation.excluded()).isEqualTo(Map.of("with an error", 1, "with missing cells", 1));
    }

    @Test
    void distortionsAndReferencesAreEvaluatedApart() {
        Evaluation evaluation = evaluate(
                "reference,distorted,score,mos,distortion",
                "a,1,1,1,up",
                "a,2,2,2,up",
                "a,3,3,3,up",
                "b,4,1,3,Down",
                "b,5,2,2,Down",
                "b,6,3,1,Down",
                "c,7,1,1,",
                "c,8,9,9,");

        MetricEvaluation metric = evaluation.metrics().get(0);
        assertThat(metric.byDistortion().keySet()).containsExactly("Down", "up");
        assertThat(metric.byDistortion().get("up").get(Statistic.SROCC)).isCloseTo(1, within(1e-12));
        assertThat(metric.byDistortion().get("Down").get(Statistic.SROCC)).isCloseTo(-1, within(1e-12));
        assertThat(metric.byReference().keySet()).containsExactly("a", "b", "c");
        assertThat(metric.byReference().get("c").pairs()).isEqualTo(2);
    }

    @Test
    void intervalsHoldTheirStatisticAndAreTheSameForTheSameSeed() {
        Path file = SyntheticResults.noisy(folder, 10);
        Evaluation evaluation = Evaluation.of(file, OPTIONS);
        Evaluation again = Evaluation.of(file, OPTIONS);
        Evaluation otherSeed = Evaluation.of(file, new EvaluationOptions("", 200, 2, 0.95, 3));

        for (Statistic statistic : Statistic.values()) {
            Interval interval = evaluation.interval(2, statistic).orElseThrow();
            assertThat(evaluation.metrics().get(2).all().get(statistic))
                    .as(statistic.label())
                    .isStrictlyBetween(interval.low(), interval.high());
            assertThat(again.interval(2, statistic)).contains(interval);
            assertThat(otherSeed.interval(2, statistic)).isNotEqualTo(again.interval(2, statistic));
        }
        Interval blur = evaluation.sroccInterval(2, "blur").orElseThrow();
        assertThat(evaluation.metrics().get(2).byDistortion().get("blur").get(Statistic.SROCC))
                .isStrictlyBetween(blur.low(), blur.high());
    }

    @Test
    void oneReferenceHasNoIntervals() {
        Evaluation evaluation = Evaluation.of(SyntheticResults.noisy(folder, 1), OPTIONS);

        assertThat(evaluation.interval(0, Statistic.SROCC)).isEmpty();
        assertThat(evaluation.sroccInterval(0, "blur")).isEmpty();
        assertThat(evaluation.differences().get(0).interval()).isEmpty();
        assertThat(evaluation.differences().get(0).meng()).isPresent();
    }

    @Test
    void theBetterMetricIsTold() {
        Evaluation evaluation = Evaluation.of(SyntheticResults.noisy(folder, 10), metrics("psnr,score,gmsd"));

        Difference better = difference(evaluation, 0, 1);
        assertThat(better.value()).isNegative();
        assertThat(better.isSignificant(0.95)).isTrue();
        assertThat(better.interval().orElseThrow().high()).isNegative();
        assertThat(better.williams().orElseThrow().pValue()).isLessThan(1e-6);
        assertThat(better.meng().orElseThrow().statistic()).isLessThan(-5);
        Difference same = difference(evaluation, 0, 2);
        assertThat(same.value()).isZero();
        assertThat(same.isSignificant(0.95)).isFalse();
    }

    private static Difference difference(Evaluation evaluation, int first, int second) {
        return evaluation.differences().stream()
                .filter(one -> one.first() == first && one.second() == second && one.statistic() == Statistic.SROCC)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWorstPredictionsComeFirst() {
        List<String> lines = new ArrayList<>(List.of("reference,distorted,score,mos"));
        for (int i = 0; i < 40; i++) {
            lines.add("a," + i + "," + i + "," + (i + 0.3 * Math.sin(i)));
        }
        lines.set(21, "a,too good,20,2");
        lines.set(31, "a,too bad,30,36");

        List<Outlier> outliers = evaluate(lines.toArray(String[]::new)).outliers(0);

        assertThat(outliers).hasSize(3);
        assertThat(outliers.get(0).pair().distorted()).isEqualTo("too good");
        assertThat(outliers.get(0).error()).isBetween(10.0, 20.0);
        assertThat(outliers.get(1).pair().distorted()).isEqualTo("too bad");
        assertThat(outliers.get(1).error()).isBetween(-10.0, -2.0);
    }

    @Test
    void aConstantMetricHasNoCorrelationAndNoCurve() {
        Evaluation evaluation = evaluate(
                "reference,distorted,score,psnr,mos", "a,1,5,1,1", "a,2,5,2,2", "b,3,5,4,3", "b,4,5,3,4", "c,5,5,5,5");

        MetricEvaluation metric = evaluation.metrics().get(0);
        assertThat(metric.all().get(Statistic.SROCC)).isNaN();
        assertThat(metric.mapping().converged()).isFalse();
        assertThat(evaluation.interval(0, Statistic.SROCC)).isEmpty();
        assertThat(evaluation.differences().get(0).meng()).isEmpty();
    }

    @Test
    void noMappingRisesAndFalls() {
        List<String> lines = new ArrayList<>(List.of("reference,distorted,score,mos"));
        for (int i = -20; i <= 20; i++) {
            lines.add("a," + i + "," + i + "," + (Math.tanh(i) - 0.02 * i));
        }
        LogisticFit mapping =
                evaluate(lines.toArray(String[]::new)).metrics().get(0).mapping();

        assertThat(mapping.form()).isEqualTo(Logistic.FOUR_PARAMETERS);
        assertThat(mapping.isMonotone(-20, 20)).isTrue();
    }

    @Test
    void tooFewPairsAreRefusedWithTheReasons() {
        assertThatThrownBy(() -> evaluate("reference,distorted,score,mos,error", "a,1,1,1,", "a,2,,2,x", "a,3,,3,y"))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(
                        "Expected at least 3 pairs with an opinion and all scores, but .*results.csv has 1;"
                                + " it also has rows, 2 with an error. Choose other metrics by --metrics, or score the pairs again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lpips      | Expected metrics out of the columns of .*results.csv, reference, distorted, ahiq, .*, but found"
                        + " 'lpips'. Separate several by commas, such as ahiq,psnr.",
                "score,score| Expected each metric once, but 'ahiq' is repeated. Remove the repetition.",
                "score,ahiq | Expected each metric once, but 'ahiq' is repeated. Remove the repetition.",
                "distortion | Expected a number in the column distortion, but line 2 of .*results.csv has 'blur'. Correct it,"
                        + " or choose other columns.",
            })
    void columnsThatAreNoMetricsAreRefused(String names, String message) {
        Path file = SyntheticResults.noisy(folder, 2);

        assertThatThrownBy(() -> Evaluation.of(file, metrics(names)))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(message);
    }

    @Test
    void filesThatAreNoResultsAreRefused() throws Exception {
        assertThatThrownBy(() -> evaluate("reference,distorted,score", "a,b,1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "Expected a results file with the columns reference, distorted, mos and one for each"
                                + " metric, but ")
                .hasMessageEndingWith(
                        "results.csv has reference, distorted, ahiq. Only pairs with opinions can be evaluated.");
        assertThatThrownBy(() -> evaluate("reference,distorted,mos,lpips", "a,b,1,1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Expected a column 'ahiq' or columns named like metrics, but ")
                .hasMessageEndingWith("Name the columns to evaluate by --metrics.");
        assertThatThrownBy(() -> evaluate("reference,distorted,mos,score", "a,\"b\"c,1,1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "Expected a table of comma-separated values with a header, or JSON lines (*.jsonl), but in ");
        assertThatThrownBy(() -> Evaluation.of(folder.resolve("none.csv"), OPTIONS))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none.csv: there is no file ");
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"a\":1}\nno json\n{\"a\":2}\n");
        assertThatThrownBy(() -> Evaluation.of(broken, OPTIONS))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("broken.jsonl line 2 is no row: expected a JSON object.");
    }

    @Test
    void optionsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new EvaluationOptions("", 0, 0, 0.95, 0))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected at least one bootstrap sample, but found 0.");
        assertThatThrownBy(() -> new EvaluationOptions("", 1, 0, 1, 0))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a confidence between 0 and 1, but found 1.0. Usual is 0.95.");
        assertThatThrownBy(() -> new EvaluationOptions("", 1, 0, 0.95, -1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected 0 or more outliers, but found -1.");
    }
}
