/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkConf;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.results.ResultsFile;

/**
 * Results that go to a store, where nothing can be appended: rows are written to a file of this machine. What has come
 * since goes to the folder {@code RESULTS.rows} of the store every half a minute, or as often as the property
 * {@code spark.ahiq.saveSeconds} says, for a run that goes on after this one
 * was killed; the whole file replaces that folder at the end.
 */
final class StoredResults implements AutoCloseable {

    private static final String SAVE_SECONDS = "spark.ahiq.saveSeconds";
    private static final String HALF_A_MINUTE = "30";

    private final StoredFile results;
    private final StoredFile saved;
    private final Path folder;
    private final Path file;
    private final Path rows;
    private final long saveNanos;
    private long savedBytes;
    private long latest = System.nanoTime();
    private boolean finished;

    private StoredResults(StoredFile results, Path folder) {
        this.results = results;
        this.saved = results.sibling(results.name() + ".rows");
        this.folder = folder;
        this.file = folder.resolve(results.name());
        this.rows = ResultsFile.rows(file);
        this.saveNanos = TimeUnit.SECONDS.toNanos(saveSeconds(new SparkConf().get(SAVE_SECONDS, HALF_A_MINUTE)));
    }

    /** @throws UsageException if it is no count */
    static int saveSeconds(String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new UsageException("Expected a whole number of seconds as " + SAVE_SECONDS
                    + ", without a unit (0: whenever there are rows), found '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    /**
     * Fetches what is there, if the run goes on with it.
     *
     * @throws UsageException if there are results that are neither gone on with nor replaced
     */
    static StoredResults open(Path address, BatchOptions options) {
        StoredFile results = StoredFile.of(address);
        ResultsFile.requireFormat(address);
        try {
            StoredResults opened = new StoredResults(results, Files.createTempDirectory("ahiq-results-"));
            opened.begin(options);
            return opened;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ResultsException unwritable(IOException e) {
        return new ResultsException("Cannot write results on this machine: " + IoReason.of(e) + ".", e);
    }

    private void begin(BatchOptions options) throws IOException {
        List<StoredFile> parts = saved.files().stream()
                .map(FileStatus::getPath)
                .map(path -> path.getName())
                .filter(name -> name.matches("\\d+"))
                .sorted()
                .map(saved::child)
                .toList();
        boolean there = !parts.isEmpty() || results.exists();
        if (options.resume()) {
            fetch(parts, there);
        } else if (there && !options.force()) {
            throw ResultsFile.exists(results.address());
        } else {
            saved.delete();
        }
    }

    private void fetch(List<StoredFile> parts, boolean there) throws IOException {
        if (!parts.isEmpty()) {
            Path part = folder.resolve("part");
            try (OutputStream out = Files.newOutputStream(rows)) {
                for (StoredFile next : parts) {
                    next.copyTo(part);
                    Files.copy(part, out);
                }
            }
            savedBytes = Files.size(rows);
        } else if (there) {
            results.copyTo(file);
        }
    }

    /** The file of this machine. */
    Path file() {
        return file;
    }

    /** To be called often: saves rows as time passes. */
    void saveNowAndThen() {
        if (System.nanoTime() - latest >= saveNanos) {
            save();
            latest = System.nanoTime();
        }
    }

    /** Whole lines. */
    private void save() {
        try {
            byte[] news = news();
            if (news.length > 0) {
                Path part = Files.write(folder.resolve("part"), news);
                saved.makeFolder();
                saved.child(String.format(Locale.ROOT, "%015d", savedBytes)).replaceBy(part);
                savedBytes += news.length;
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private byte[] news() throws IOException {
        if (!Files.exists(rows)) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(rows, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - savedBytes)));
            while (bytes.hasRemaining() && channel.read(bytes, savedBytes + bytes.position()) >= 0) {
                continue;
            }
            int end = bytes.position();
            while (end > 0 && bytes.get(end - 1) != '\n') {
                end--;
            }
            byte[] lines = new byte[end];
            bytes.get(0, lines);
            return lines;
        }
    }

    /** Gives the whole file its name in the store. */
    void finish() {
        results.replaceBy(file);
        finished = true;
        saved.delete();
    }

    /** Of a run that did not finish, the rows stay. */
    @Override
    public void close() {
        try {
            if (!finished) {
                save();
            }
        } finally {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path next : files.toList()) {
                Files.delete(next);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
