/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which dimension of an array is which axis, -1 for none.
 *
 * @param x fastest but one at most, like y
 */
record ZarrAxes(int x, int y, int c, int z, int t) {

    /** The order of OME-Zarr before it named axes. */
    private static final List<String> ORDER = List.of("t", "c", "z", "y", "x");

    /**
     * @param described axes as OME describes them, texts or objects with a name
     * @throws IOException if they do not fit the array, or x or y is missing
     */
    static ZarrAxes of(ZarrArray array, Optional<JsonArray> described) throws IOException {
        List<String> names = described
                .map(axes -> axes.asList().stream().map(ZarrAxes::name).toList())
                .orElseGet(() -> named(array));
        if (names.size() != array.dimensions()
                || names.stream().distinct().count() != names.size()
                || !ORDER.containsAll(names)
                || !names.contains("x")
                || !names.contains("y")) {
            throw new IOException("axes " + names + " of " + array.dimensions() + " dimensions");
        }
        return new ZarrAxes(
                names.indexOf("x"), names.indexOf("y"), names.indexOf("c"), names.indexOf("z"), names.indexOf("t"));
    }

    private static List<String> named(ZarrArray array) {
        boolean plain = array.names().isEmpty() && (array.dimensions() == 2 || array.dimensions() == ORDER.size());
        return plain ? ORDER.subList(ORDER.size() - array.dimensions(), ORDER.size()) : array.names();
    }

    private static String name(JsonElement axis) {
        return axis.isJsonObject()
                ? ZarrMetadata.text(axis.getAsJsonObject(), "name")
                : axis.isJsonPrimitive() ? axis.getAsString() : "";
    }
}
