/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.scoring.batch.PlannedPair;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * Images of a task where its process can open them: those of stores are brought when they are needed, and deleted when
 * their pairs are scored. One that is not there is not brought, so that it is missing to whoever opens it.
 */
final class StagedImages implements AutoCloseable {

    private final Map<Path, StoredFile> stored = new HashMap<>();
    private final Map<Path, Boolean> brought = new ConcurrentHashMap<>();
    private final Map<Integer, PlannedPair> staged = new HashMap<>();
    private Path folder;
    private Path reference;

    StagedImages(PairPart part) {
        Map<Path, Path> places = new HashMap<>();
        try {
            for (PlannedPair pair : part.pairs()) {
                Path original = place(part.location(pair.pair().reference()), places);
                Path distorted = place(part.location(pair.pair().distorted()), places);
                staged.put(pair.number(), new PlannedPair(pair.number(), RatedPair.unrated(original, distorted)));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The same for the same image, whose name it keeps. */
    private Path place(Path image, Map<Path, Path> places) throws IOException {
        if (!StoredFile.is(image)) {
            return image;
        }
        if (folder == null) {
            folder = Files.createTempDirectory(LocalDisk.folder(), "images-");
        }
        Path place = places.computeIfAbsent(
                image, next -> folder.resolve(Integer.toString(places.size())).resolve(next.getFileName()));
        stored.computeIfAbsent(place, next -> StoredFile.of(image));
        return place;
    }

    private static ResultsException unwritable(IOException e) {
        return new ResultsException("Cannot write images of a store to this machine: " + IoReason.of(e) + ".", e);
    }

    /** A pair with the paths of its images here. */
    PlannedPair staged(PlannedPair pair) {
        return staged.get(pair.number());
    }

    /** A text with the paths that were given in place of those of the images here. */
    String asGiven(String text, PlannedPair given) {
        RatedPair here = staged(given).pair();
        String renamed = asGiven(text, here.distorted(), given.pair().distorted());
        return asGiven(renamed, here.reference(), given.pair().reference());
    }

    private static String asGiven(String text, Path here, Path given) {
        return here.equals(given) ? text : text.replace(here.toString(), WebAddress.written(given));
    }

    /**
     * Brings the images of a staged pair. Thread safe.
     *
     * @throws ResultsException if the store or the disk fails
     */
    void bring(PlannedPair pair) {
        bring(pair.pair().reference());
        bring(pair.pair().distorted());
    }

    private void bring(Path image) {
        StoredFile file = stored.get(image);
        if (file != null) {
            brought.computeIfAbsent(image, next -> copy(file, next));
        }
    }

    private static boolean copy(StoredFile file, Path image) {
        int mark = file.name().lastIndexOf('#');
        boolean part = mark > 0 && !file.exists();
        StoredFile whole = part ? file.sibling(file.name().substring(0, mark)) : file;
        if (!whole.exists()) {
            return false;
        }
        try {
            Files.createDirectories(image.getParent());
        } catch (IOException e) {
            throw unwritable(e);
        }
        whole.copyTo(image.resolveSibling(whole.name()));
        return true;
    }

    /** Deletes what only pairs up to this one need; calls in the order of the pairs. */
    void release(PlannedPair scored) {
        Path next = scored.pair().reference();
        if (reference != null && !reference.equals(next)) {
            delete(reference);
        }
        reference = next;
        delete(scored.pair().distorted());
    }

    private void delete(Path image) {
        if (stored.containsKey(image) && Boolean.TRUE.equals(brought.remove(image))) {
            deleteTree(image.getParent());
        }
    }

    private static void deleteTree(Path top) {
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            deleteTree(folder);
        }
    }
}
