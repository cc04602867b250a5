/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Range;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A job of Spark, a task for each of some inputs. Results come while it runs, once for each input, whatever was tried
 * more than once.
 *
 * @param <T> input of a task
 * @param <R> result of a task
 */
final class SparkJob<T, R> {

    private static final long POLL_MILLIS = 100;

    private final JavaSparkContext context;
    private final BlockingQueue<R> results = new LinkedBlockingQueue<>();
    private final SimpleFutureAction<BoxedUnit> action;
    private final Runnable check;

    /**
     * Starts it.
     *
     * @param name what Spark's pages show
     * @param check called often while it runs; stops it by throwing
     */
    SparkJob(JavaSparkContext context, String name, List<T> inputs, Function1<Iterator<T>, R> task, Runnable check) {
        this(context, name, context.parallelize(inputs, inputs.size()).rdd(), task, check);
    }

    /** The same with inputs that executors find; a task for each partition. */
    SparkJob(JavaSparkContext context, String name, RDD<T> inputs, Function1<Iterator<T>, R> task, Runnable check) {
        this.context = context;
        this.check = check;
        context.setJobGroup(name, name, true);
        context.setCallSite(name);
        inputs.setName(name);
        @SuppressWarnings("unchecked") // Scala's numbers are objects to Java
        Seq<Object> all = (Seq<Object>) (Seq<?>) new Range.Exclusive(0, inputs.getNumPartitions(), 1);
        this.action = context.sc().submitJob(inputs, task, all, new Receiver<>(results), new Nothing());
    }

    /** Called by Spark's scheduler, which nothing may hold up. */
    private static final class Receiver<R> extends AbstractFunction2<Object, R, BoxedUnit> {

        private final BlockingQueue<R> results;

        Receiver(BlockingQueue<R> results) {
            this.results = results;
        }

        @Override
        public BoxedUnit apply(Object index, R result) {
            results.add(result);
            return BoxedUnit.UNIT;
        }
    }

    private static final class Nothing extends AbstractFunction0<BoxedUnit> {

        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }

    /**
     * Hands results over until all are there, on this thread.
     *
     * @throws AhiqException if the job fails: that of a task, if one threw it
     */
    void await(Consumer<R> receiver) {
        boolean completed = false;
        try {
            while (!completed || !results.isEmpty()) {
                completed = action.isCompleted();
                R result = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    receiver.accept(result);
                }
                check.run();
            }
            action.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (SparkException e) {
            throw failure(e);
        } finally {
            action.cancel();
        }
    }

    private static AhiqException failure(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AhiqException explained && !(cause instanceof CancelledException)) {
                return explained;
            }
            root = cause;
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new EngineException(
                "Spark gave up: " + reason.replaceFirst("[.\\s]+$", "")
                        + ". Rows of tasks that were finished are kept: mend that, and go on by --resume (resume=true)."
                        + " Spark's pages and the logs of the executors tell more.",
                e);
    }
}
