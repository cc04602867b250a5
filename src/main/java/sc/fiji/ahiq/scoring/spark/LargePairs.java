/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import sc.fiji.ahiq.scoring.PairShare;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Pairs of images that are so large that the work on each is divided. What is found in the parts goes from executor to
 * executor, as a shuffle of Spark: the driver has none of it, and what a lost executor had is found again.
 */
final class LargePairs {

    /** For each core: tasks that take long make others wait at the end. */
    private static final int PIECES_PER_CORE = 4;

    private final JavaSparkContext context;
    private final TaskScoring scoring;
    private final String metrics;
    private final Runnable check;

    /**
     * @param metrics in words
     * @param check called often while pairs are scored
     */
    LargePairs(JavaSparkContext context, TaskScoring scoring, String metrics, Runnable check) {
        this.context = context;
        this.scoring = scoring;
        this.metrics = metrics;
        this.check = check;
    }

    /**
     * Scores pairs whose work can be divided.
     *
     * @param pairs one in each part
     * @param results receives those of each pair
     * @return the pairs that are left: they are done, or cannot be scored, which is for others to tell
     */
    List<PairPart> score(List<PairPart> pairs, Consumer<PartResult> results) {
        Map<Integer, List<PairShare>> shares = divide(pairs);
        List<PairPart> divided = new ArrayList<>();
        List<PairPart> others = new ArrayList<>();
        pairs.forEach(pair -> (shares.get(number(pair)).isEmpty() ? others : divided).add(pair));
        if (!divided.isEmpty()) {
            score(divided, shares, results);
        }
        return others;
    }

    private static int number(PairPart pair) {
        return pair.pairs().get(0).number();
    }

    private Map<Integer, List<PairShare>> divide(List<PairPart> pairs) {
        int pieces = Math.max(1, PIECES_PER_CORE * context.defaultParallelism() / pairs.size());
        Map<Integer, List<PairShare>> shares = new HashMap<>();
        new SparkJob<>(
                        context,
                        String.format(Locale.ROOT, "divide %,d large pairs", pairs.size()),
                        pairs,
                        new DivideTask(scoring, pieces),
                        check)
                .await(divided -> shares.put(divided.number(), divided.shares()));
        return shares;
    }

    private void score(List<PairPart> pairs, Map<Integer, List<PairShare>> shares, Consumer<PartResult> results) {
        List<ShareTask.Share> work = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            for (PairShare share : shares.get(number(pairs.get(i)))) {
                work.add(new ShareTask.Share(i, pairs.get(i), share));
            }
        }
        work.sort((a, b) -> Boolean.compare(b.work().isWhole(), a.work().isWhole())); // what takes longest comes first
        context.setCallSite(String.format(
                Locale.ROOT, "compare %,d large pairs by %s in %,d parts", pairs.size(), metrics, work.size()));
        RDD<Tuple2<Integer, ShareTask.Done>> done =
                context.parallelize(work, work.size()).rdd().map(new ShareTask(scoring), tag(Tuple2.class));
        JavaPairRDD<Integer, Iterable<ShareTask.Done>> ofPairs = JavaPairRDD.fromRDD(
                        done, tag(Integer.class), tag(ShareTask.Done.class))
                .groupByKey(new HashPartitioner(pairs.size()));
        new SparkJob<>(
                        context,
                        String.format(Locale.ROOT, "score %,d large pairs by %s", pairs.size(), metrics),
                        ofPairs.rdd(),
                        new JoinTask(scoring, pairs),
                        check)
                .await(results);
    }

    @SuppressWarnings("unchecked") // classes of generic types have none
    private static <T> ClassTag<T> tag(Class<? super T> type) {
        return (ClassTag<T>) ClassTag$.MODULE$.apply(type);
    }
}
