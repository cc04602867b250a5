/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.scoring.batch.MapFolder;
import sc.fiji.ahiq.scoring.batch.PlannedPair;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * The pairs of a task. A driver has no more of it than its place in the list of pairs; what a task needs is made when
 * it is sent. Paths are sent as they were given: those that are not absolute are relative to the driver's folder.
 */
final class PairPart implements Serializable {

    private static final long serialVersionUID = 1;

    private transient List<PlannedPair> pairs;
    private transient Optional<MapFolder<PlannedPair>> maps;
    private transient Path workingFolder;

    /** @param maps where those of the pairs go */
    PairPart(List<PlannedPair> pairs, Optional<MapFolder<PlannedPair>> maps) {
        this.pairs = pairs;
        this.maps = maps;
        this.workingFolder = Path.of("").toAbsolutePath();
    }

    /** With the paths that were given. */
    List<PlannedPair> pairs() {
        return pairs;
    }

    /** The address of an image of a store; otherwise its path also where this is not the driver's folder. */
    Path location(Path given) {
        return StoredFile.is(given) ? given : workingFolder.resolve(StoredFile.local(given));
    }

    Optional<MapFolder<PlannedPair>> maps() {
        return maps;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeUTF(workingFolder.toString());
        out.writeBoolean(maps.isPresent());
        if (maps.isPresent()) {
            out.writeUTF(location(maps.get().folder()).toString());
        }
        out.writeInt(pairs.size());
        String reference = "";
        for (PlannedPair pair : pairs) {
            out.writeInt(pair.number());
            String next = pair.pair().reference().toString();
            out.writeUTF(next.equals(reference) ? "" : next);
            reference = next;
            out.writeUTF(pair.pair().distorted().toString());
            if (maps.isPresent()) {
                out.writeUTF(maps.get().name(pair));
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException {
        workingFolder = Path.of(in.readUTF());
        Path folder = in.readBoolean() ? Path.of(in.readUTF()) : null;
        int count = in.readInt();
        pairs = new ArrayList<>(count);
        Map<PlannedPair, String> names = new HashMap<>();
        Path reference = null;
        for (int i = 0; i < count; i++) {
            int number = in.readInt();
            String next = in.readUTF();
            reference = next.isEmpty() ? reference : Path.of(next);
            PlannedPair pair = new PlannedPair(number, RatedPair.unrated(reference, Path.of(in.readUTF())));
            pairs.add(pair);
            if (folder != null) {
                names.put(pair, in.readUTF());
            }
        }
        maps = Optional.ofNullable(folder)
                .map(made ->
                        StoredFile.is(made) ? MapFolder.of(StoredMaps.of(made), names) : MapFolder.of(made, names));
    }
}
