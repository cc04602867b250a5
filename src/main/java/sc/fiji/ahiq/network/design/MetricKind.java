/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** The published metrics that a model can hold: learned ones, and those of the statistics of natural scenes. */
public enum MetricKind {
    LPIPS_ALEX("lpips-alex", new LpipsNetwork(Backbone.ALEX, false), MetricFacts.lpips("AlexNet", 31)),
    LPIPS_VGG("lpips-vgg", new LpipsNetwork(Backbone.VGG, false), MetricFacts.lpips("VGG16", 16)),
    LPIPS_SQUEEZE("lpips-squeeze", new LpipsNetwork(Backbone.SQUEEZE, false), MetricFacts.lpips("SqueezeNet", 17)),
    ST_LPIPS_ALEX("st-lpips-alex", new LpipsNetwork(Backbone.ALEX, true), MetricFacts.shiftTolerant("AlexNet", 21)),
    ST_LPIPS_VGG("st-lpips-vgg", new LpipsNetwork(Backbone.VGG, true), MetricFacts.shiftTolerant("VGG16", 18)),
    DISTS("dists", new DistsNetwork(), MetricFacts.dists()),
    PIEAPP("pieapp", new PieAppNetwork(), MetricFacts.pieApp()),
    WADIQAM_FR("wadiqam-fr", new WadiqamNetwork(), MetricFacts.wadiqam()),
    IQT_PIPAL("iqt-pipal", new IqtNetwork(441, 128, 1, 128), MetricFacts.iqt("PIPAL", 192)),
    IQT_LIVE("iqt-live", new IqtNetwork(841, 256, 2, 512), MetricFacts.iqt("LIVE", 256)),
    TOPIQ_FR("topiq-fr", new TopiqNetwork(), MetricFacts.topiq()),
    NIQE("niqe", SceneTensors.NIQE, MetricFacts.niqe()),
    BRISQUE("brisque", SceneTensors.BRISQUE, MetricFacts.brisque()),
    NRQM("nrqm", SceneTensors.NRQM, MetricFacts.nrqm()),
    PI("pi", SceneTensors.PI, MetricFacts.perceptualIndex());

    private static final String PACKAGE = "learned/";

    private final String key;
    private final MetricTensors tensors;
    private final MetricFacts facts;

    MetricKind(String key, MetricTensors tensors, MetricFacts facts) {
        this.key = key;
        this.tensors = tensors;
        this.facts = facts;
    }

    /** The one of this key, if there is one. */
    public static Optional<MetricKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** How options and model cards call it, such as {@code lpips-alex}. */
    public String key() {
        return key;
    }

    /** What is published of it. */
    public MetricFacts facts() {
        return facts;
    }

    /** Whether it runs a network; if not, it is computed from its tensors, and needs no reference. */
    public boolean isNetwork() {
        return tensors instanceof LearnedNetwork;
    }

    /** How model cards call the number of its support vectors or nodes; empty if it has none. */
    String rowsKey() {
        return tensors.rowsKey();
    }

    /** Name and shape of every tensor. */
    Map<String, long[]> tensorShapes(int rows) {
        ModuleWeights recorder = ModuleWeights.recording();
        tensors.ask(recorder, rows);
        return recorder.shapes();
    }

    /**
     * The network in 32-bit floating point. Its {@code encode(image)} takes RGB {@code (batch, 3, height, width)} in
     * 0..1 and gives a list of tensors, and {@code compare(reference, distorted)} takes two such lists and gives a
     * list; all are float32. Tensors are read when the archive is written.
     *
     * @param weights tensor by its name in {@link MetricDesign#tensorShapes()}
     */
    public ScriptArchive archive(Function<String, Tensor> weights) {
        return assemble(name -> weights.apply(name).to(DType.F32));
    }

    /** The same with its large layers in 16-bit floating point, for GPUs. */
    public ScriptArchive halfPrecisionArchive(Function<String, Tensor> weights) {
        return assemble(name -> weights.apply(name).to(isHalfLayer(name) ? DType.F16 : DType.F32));
    }

    /** Whether 16 bits suffice for a tensor. */
    public boolean isHalfLayer(String tensor) {
        return isNetwork() && tensor.matches(network().halfLayers());
    }

    private ScriptArchive assemble(Function<String, Tensor> weights) {
        Map<String, String> sources = new LinkedHashMap<>();
        LearnedNetwork network = network();
        network.sources().forEach(name -> sources.put(PACKAGE + name + ".py", source(PACKAGE + name + ".py")));
        return new ScriptArchive("learned", network.root(ModuleWeights.of(weights)), sources);
    }

    private LearnedNetwork network() {
        if (tensors instanceof LearnedNetwork network) {
            return network;
        }
        throw new IllegalStateException(key + " has no network");
    }

    private static String source(String path) {
        try (InputStream in = MetricKind.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Network source " + path + " is not readable in this program's jar", e);
        }
    }
}
