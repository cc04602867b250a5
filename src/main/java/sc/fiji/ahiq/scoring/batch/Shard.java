/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * A part of a list of pairs: consecutive rows of its results file. The same pairs are always in the same shard, and
 * shards differ by at most one pair.
 *
 * @param number from 1
 * @param count of shards
 */
public record Shard(int number, int count) {

    /** Everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /** @throws UsageException unless 1 <= number <= count */
    public Shard {
        if (number < 1 || number > count) {
            throw new UsageException("Shard " + number + "/" + count + ": expected i/n with i from 1 to n.");
        }
    }

    /** @throws UsageException unless the text is {@code i/n} with 1 <= i <= n */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageException("Expected a shard i/n, such as 2/8, but found '" + text + "'.");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Index of the first of {@code pairs} that is in this shard. */
    int from(int pairs) {
        return (int) ((long) (number - 1) * pairs / count);
    }

    /** Index after the last of {@code pairs} that is in this shard. */
    int to(int pairs) {
        return (int) ((long) number * pairs / count);
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
