/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeySetTest {

    private static String key(Random random) {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private static KeySet sent(KeySet keys) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(keys);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (KeySet) in.readObject();
        }
    }

    @Test
    void itHasItsKeysAndNoOthers() throws Exception {
        Random random = new Random(3);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(key(random));
        }
        keys.add("00000000000000000000000000000000");
        keys.add("ffffffffffffffffffffffffffffffff");

        KeySet set = sent(KeySet.of(keys));

        assertThat(keys).allMatch(set::contains);
        for (int i = 0; i < 1000; i++) {
            assertThat(set.contains(key(random))).isFalse();
            String other = keys.get(i).substring(0, 16) + keys.get(i + 1).substring(16);
            assertThat(set.contains(other)).isFalse();
        }
    }

    @Test
    void whatIsNoKeyIsLeftOut() {
        KeySet set = KeySet.of(List.of("", "abc", "zz000000000000000000000000000000"));

        assertThat(set.contains("00000000000000000000000000000abc")).isFalse();
    }
}
