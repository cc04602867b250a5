/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static sc.fiji.ahiq.network.model.ModelCard.ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.NetworkDesign;

/**
 * Several models that score together, as AHIQ-C of the NTIRE 2022 challenge does: the score is the weighted mean of
 * theirs. It has no tensors of its own; its card tells the members and the hashes of their weights.
 *
 * @param members at least two, each once
 */
public record Ensemble(List<Member> members) implements NetworkDesign {

    /** The entry of a card that makes a model an ensemble. */
    static final String KEY = "ensemble";

    private static final double MAX_WEIGHT = 1e6;
    private static final double MIN_WEIGHT = 1e-6;

    /**
     * @param model name, or folder relative to that which holds the ensemble's folder
     * @param weight of its scores, above 0; only the ratios of weights matter
     * @param weightsSha256 of its weights
     */
    public record Member(String model, double weight, String weightsSha256) {}

    public Ensemble {
        members = List.copyOf(members);
        Set<String> names = members.stream().map(Member::model).collect(Collectors.toSet());
        if (names.size() < 2 || names.size() < members.size()) {
            throw new IllegalArgumentException("Expected two members or more, each once, found " + members);
        }
    }

    /** @param card a card with the entry {@value #KEY} */
    static Ensemble read(YamlMap card) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (YamlMap yaml : card.maps(KEY)) {
            Member member = new Member(
                    yaml.text("model"),
                    yaml.contains("weight") ? yaml.number("weight", MIN_WEIGHT, MAX_WEIGHT) : 1,
                    yaml.text("weights_sha256", WeightSource.HASH_PATTERN));
            yaml.rejectUnknown();
            if (members.put(member.model(), member) != null) {
                throw card.error(KEY + ": expected each member once, found " + member.model() + " twice");
            }
        }
        if (members.size() < 2) {
            throw card.error(KEY + ": expected two members or more, found " + members.size());
        }
        return new Ensemble(List.copyOf(members.values()));
    }

    /** None. */
    @Override
    public Map<String, long[]> tensorShapes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> toYaml() {
        return Map.of(
                KEY,
                members.stream()
                        .map(m ->
                                ordered("model", m.model(), "weight", m.weight(), "weights_sha256", m.weightsSha256()))
                        .toList());
    }

    @Override
    public String words() {
        return "an ensemble of " + members.stream().map(Member::model).collect(Collectors.joining(", "));
    }

    /** Names the weights of all members in results: the hash of their hashes and weights. */
    public String weightsSha256() {
        return Sha256.ofTexts(members.stream()
                .map(member -> member.weightsSha256() + " " + member.weight())
                .toList());
    }

    /** The weights of the members, divided by their sum. */
    public double[] shares() {
        double sum = members.stream().mapToDouble(Member::weight).sum();
        return members.stream().mapToDouble(member -> member.weight() / sum).toArray();
    }
}
