/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The native libraries of the jars, unpacked in a folder: those that are missing or have another size than in the jar,
 * as after a killed run, a full disk or a cleaning of old files, are unpacked again, and their checksum is compared.
 * DJL, which only looks whether one of them is there, would load damaged ones, of which the process dies.
 */
final class NativeCache {

    /** Begins the names of files that are being written, or were when the process was killed. */
    private static final String UNFINISHED = "ahiq-part-";
    /** Names that DJL gives to folders which it unpacks to. */
    private static final String UNFINISHED_BY_DJL = "tmp\\d+";

    private static final long HOUR_MILLIS = 3_600_000;

    private final Path engineFolder;
    private final Path folder;
    private final Map<String, PackedFile> files;

    /**
     * @param engineFolder of all versions of the engine
     * @param folder in it, for this one
     * @param files in the jars, by the names that they get
     */
    NativeCache(Path engineFolder, Path folder, Map<String, PackedFile> files) {
        this.engineFolder = engineFolder;
        this.folder = folder;
        this.files = files;
    }

    /**
     * Unpacks what is missing or damaged, one process after the other.
     *
     * @throws IOException if the folder cannot be written or the jar is damaged
     */
    void complete() throws IOException {
        if (isComplete() && !hasLeftovers()) {
            return;
        }
        UnpackingLock lock = UnpackingLock.acquire(engineFolder);
        try {
            deleteLeftovers();
            for (Map.Entry<String, PackedFile> file : files.entrySet()) {
                if (!isUnpacked(file.getKey(), file.getValue())) {
                    unpack(file.getKey(), file.getValue());
                }
            }
        } finally {
            lock.close();
        }
    }

    private boolean isComplete() throws IOException {
        for (Map.Entry<String, PackedFile> file : files.entrySet()) {
            if (!isUnpacked(file.getKey(), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnpacked(String name, PackedFile packed) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) && Files.size(file) == packed.size();
    }

    private void unpack(String name, PackedFile packed) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(engineFolder, UNFINISHED, null);
        try {
            try (InputStream in = packed.open()) {
                CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
                Files.copy(checked, temporary, StandardCopyOption.REPLACE_EXISTING);
                if (packed.crc() >= 0 && checked.getChecksum().getValue() != packed.crc()) {
                    throw new IOException(name + " in the jar is damaged; install the program again");
                }
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean hasLeftovers() throws IOException {
        try (Stream<Path> leftovers = leftovers()) {
            return leftovers.findAny().isPresent();
        }
    }

    /**
     * Of killed runs. DJL's folders may be of a program that is unpacking just now, and count when they are an hour
     * old.
     */
    private Stream<Path> leftovers() throws IOException {
        if (!Files.isDirectory(engineFolder)) {
            return Stream.empty();
        }
        long old = System.currentTimeMillis() - HOUR_MILLIS;
        return Files.list(engineFolder).filter(path -> {
            String name = path.getFileName().toString();
            return name.startsWith(UNFINISHED)
                    || name.matches(UNFINISHED_BY_DJL) && path.toFile().lastModified() < old;
        });
    }

    private void deleteLeftovers() throws IOException {
        try (Stream<Path> leftovers = leftovers()) {
            leftovers.forEach(NativeCache::deleteAll);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteAll(Path path) {
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
