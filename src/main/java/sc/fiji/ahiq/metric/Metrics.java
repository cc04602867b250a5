/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.scijava.Context;
import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import sc.fiji.ahiq.error.UsageException;

/** The metrics at hand, by name. Immutable and thread safe. */
public final class Metrics {

    private final Map<String, FullReferenceMetric> byName;

    private Metrics(Map<String, FullReferenceMetric> byName) {
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
        return of(index.getPlugins(FullReferenceMetric.class));
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
        return of(context.service(PluginService.class).getPluginsOfType(FullReferenceMetric.class));
    }

    private static Metrics of(List<PluginInfo<FullReferenceMetric>> plugins) {
        Map<String, FullReferenceMetric> byName = new TreeMap<>();
        for (PluginInfo<FullReferenceMetric> plugin : plugins) {
            FullReferenceMetric metric = instance(plugin);
            FullReferenceMetric other = byName.put(metric.description().name(), metric);
            if (other != null) {
                throw new UsageException("Expected one metric of each name, but both "
                        + other.getClass().getName() + " and " + plugin.getClassName() + " are called "
                        + metric.description().name() + ". Remove one of the jars.");
            }
        }
        return new Metrics(byName);
    }

    private static FullReferenceMetric instance(PluginInfo<FullReferenceMetric> plugin) {
        try {
            return plugin.createInstance();
        } catch (InstantiableException e) {
            throw new UsageException(
                    "Expected a public class with a public constructor without arguments, but the metric "
                            + plugin.getClassName() + " cannot be made: " + e.getMessage()
                            + ". Correct or remove its jar.",
                    e);
        }
    }

    /** All, by name in alphabetical order. */
    public Collection<FullReferenceMetric> all() {
        return List.copyOf(byName.values());
    }

    /** @throws UsageException if there is none of this name; the message lists those there are */
    public FullReferenceMetric named(String name) {
        FullReferenceMetric metric = byName.get(name);
        if (metric == null) {
            throw new UsageException("Expected metrics out of " + String.join(", ", byName.keySet()) + ", but found '"
                    + name + "'. Separate several by commas, such as psnr,ssim.");
        }
        return metric;
    }

    /**
     * The metrics of a comma-separated list of names, such as {@code psnr,fsimc}, in its order; blanks around names do not
     * matter.
     *
     * @throws UsageException for an unknown, empty or repeated name
     */
    public List<FullReferenceMetric> parse(String names) {
        Set<String> seen = new LinkedHashSet<>();
        List<FullReferenceMetric> chosen = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            if (!seen.add(name.strip())) {
                throw new UsageException("Expected each metric once, but '" + name.strip() + "' is repeated in '"
                        + names + "'. Remove the repetition.");
            }
            chosen.add(named(name.strip()));
        }
        return chosen;
    }
}
