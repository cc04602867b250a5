/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * Which pairs each step sees. An epoch shows every pair as often as it is in the list, except that the last, incomplete
 * batch is left out. Pairs are taken in groups that share a reference and its crop, which the network then encodes
 * once; where they do not fill their last group, some are repeated. Depends on seed and step alone. Thread safe.
 */
final class StepPlan {

    private final List<List<LabelledPair>> sets;
    private final int groupsPerBatch;
    private final int groupSize;
    private final long seed;
    private final int stepsPerEpoch;
    private long knownEpoch = -1;
    private List<List<LabelledPair>> knownGroups;

    /**
     * @param groupSize pairs that share a reference
     * @throws UsageException if there are fewer pairs than in a batch
     */
    StepPlan(List<LabelledPair> pairs, Grouping grouping, int groupsPerBatch, int groupSize, long seed) {
        this.sets = grouping.sets(pairs);
        this.groupsPerBatch = groupsPerBatch;
        this.groupSize = groupSize;
        this.seed = seed;
        int groups = sets.stream()
                .mapToInt(p -> (p.size() + groupSize - 1) / groupSize)
                .sum();
        this.stepsPerEpoch = groups / groupsPerBatch;
        if (stepsPerEpoch == 0) {
            throw new UsageException("A batch of " + groupsPerBatch * groupSize + " with " + groupSize
                    + " pairs per reference needs " + groupsPerBatch + " such groups, but " + pairs.size()
                    + " pairs make " + groups + ". Use a smaller batch.");
        }
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    int groupSize() {
        return groupSize;
    }

    /** The groups of a step; steps count from 0. */
    List<List<LabelledPair>> groups(long step) {
        int start = (int) (step % stepsPerEpoch) * groupsPerBatch;
        return epoch(step / stepsPerEpoch).subList(start, start + groupsPerBatch);
    }

    /** What decides about crop and symmetry of a group. */
    Random random(long step, int group) {
        return Seeds.random(seed, "crop", step, group);
    }

    private synchronized List<List<LabelledPair>> epoch(long epoch) {
        if (epoch != knownEpoch) {
            knownGroups = shuffledGroups(Seeds.random(seed, "order", epoch));
            knownEpoch = epoch;
        }
        return knownGroups;
    }

    private List<List<LabelledPair>> shuffledGroups(Random random) {
        List<List<LabelledPair>> groups = new ArrayList<>();
        for (List<LabelledPair> pairs : sets) {
            List<LabelledPair> shuffled = new ArrayList<>(pairs);
            Collections.shuffle(shuffled, random);
            for (int start = 0; start < shuffled.size(); start += groupSize) {
                List<LabelledPair> group = new ArrayList<>(groupSize);
                for (int i = start; i < start + groupSize; i++) {
                    group.add(shuffled.get(i % shuffled.size()));
                }
                groups.add(group);
            }
        }
        Collections.shuffle(groups, random);
        return groups;
    }
}
