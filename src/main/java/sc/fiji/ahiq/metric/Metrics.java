/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scijava.Context;
import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import sc.fiji.ahiq.base.error.UsageException;

/** The metrics at hand, by name. Immutable and thread safe. */
public final class Metrics {

    private final Map<String, Metric> byName;

    private Metrics(Map<String, Metric> byName) {
        this.byName = byName;
    }

    /**
     * The metrics that a class loader finds through SciJava's plugin index; no {@link Context} is needed.
     *
     * @throws UsageException if a plugin cannot be made or two have the same name
     */
    public static Metrics of(ClassLoader loader) {
        PluginIndex index = new PluginIndex(new DefaultPluginFinder(loader));
        index.discover();
        return ofPlugins(index.getPlugins(Metric.class));
    }

    /** The metrics that this class's own loader finds; see {@link #of(ClassLoader)}. */
    public static Metrics ofClassPath() {
        return of(Metrics.class.getClassLoader());
    }

    /**
     * The metrics of a SciJava context, such as Fiji's.
     *
     * @throws UsageException if a plugin cannot be made or two have the same name
     */
    public static Metrics of(Context context) {
        return ofPlugins(context.service(PluginService.class).getPluginsOfType(Metric.class));
    }

    private static Metrics ofPlugins(List<PluginInfo<Metric>> plugins) {
        return of(plugins.stream().map(Metrics::instance).toList());
    }

    /** @throws UsageException if two have the same name */
    public static Metrics of(Collection<? extends Metric> metrics) {
        Map<String, Metric> byName = new TreeMap<>();
        for (Metric metric : metrics) {
            String name = metric.description().name();
            Metric other = byName.put(name, metric);
            if (other != null) {
                throw new UsageException("Expected one metric of each name, but both "
                        + other.getClass().getName() + " and "
                        + metric.getClass().getName() + " are called " + name
                        + ". Remove one of the jars.");
            }
        }
        return new Metrics(byName);
    }

    /** A metric's class need not be public: this program's own are not. */
    private static Metric instance(PluginInfo<Metric> plugin) {
        try {
            Constructor<? extends Metric> constructor = plugin.loadClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InstantiableException | ReflectiveOperationException e) {
            Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new UsageException(
                    "Expected a class with a constructor without arguments, but the metric " + plugin.getClassName()
                            + " cannot be made: " + reason + ". Correct or remove its jar.",
                    reason);
        }
    }

    /** All, by name in alphabetical order. */
    public Collection<Metric> all() {
        return List.copyOf(byName.values());
    }

    /** The metric that is called so, see {@link MetricDescription#isCalled}, if there is one. */
    public Optional<Metric> find(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> byName.values().stream()
                .filter(metric -> metric.description().isCalled(name))
                .findFirst());
    }

    /** @throws UsageException if there is none of this name; the message lists those there are */
    public Metric named(String name) {
        return find(name)
                .orElseThrow(() -> new UsageException("Expected a metric out of " + String.join(", ", byName.keySet())
                        + ", but found '" + name + "'. Use one of these names."));
    }
}
