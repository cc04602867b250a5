/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * A results file to which rows are appended, locked against other processes where the file system can do that. Every
 * row is written by one call and stays, whatever comes after. One call at a time.
 */
public final class ResultsFile implements AutoCloseable {

    private final Path path;
    private final Path rows;
    private final RowFormat format;
    private final List<String> columns;
    private final byte[] header;
    private final FileChannel channel;
    private boolean former;
    private long end;

    /** @param channel of the file, closed with this */
    ResultsFile(Path path, List<String> columns, FileChannel channel) {
        this.path = path;
        this.rows = rows(path);
        this.format = RowFormat.of(rows);
        this.columns = columns;
        this.header = format.header(columns).getBytes(StandardCharsets.UTF_8);
        this.channel = channel;
    }

    /**
     * Where the rows are while they are appended: in the file itself, or, if nothing can be appended to that, in one
     * beside it.
     */
    public static Path rows(Path path) {
        return ParquetResults.is(path) ? ParquetResults.rows(path) : path;
    }

    /** @throws UsageException unless the name of the file tells a format in which results are written */
    public static void requireFormat(Path path) {
        RowFormat.of(rows(path));
    }

    /** @throws UsageException if the file cannot be one of results, or is there and not to be resumed */
    public static void requireUsable(Path path, boolean resume) {
        requireFormat(path);
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "There is no folder " + folder + " for the results. Make it, or name another one.");
        }
        if (Files.isDirectory(path)) {
            throw new UsageException("Expected a results file, but " + path + " is a folder. Name a file in it.");
        }
        if (!resume && (Files.exists(path) || Files.exists(rows(path)))) {
            throw exists(path.toString());
        }
    }

    /**
     * What is told when results are there, and not to be gone on with.
     *
     * @param path as the user wrote it
     */
    public static UsageException exists(String path) {
        return new UsageException(
                "There are results in " + path + " already, and they are not overwritten: go on with them by"
                        + " --resume (resume=true), replace them by --force (force=true), or name another file.");
    }

    /**
     * Makes a file, or opens one that is there and cuts off what was torn.
     *
     * @param resume whether the file may be there
     * @param rows receives the rows that are there
     * @throws UsageException if the file is there and not to be resumed, has other columns, is no results file or is in
     *     use
     * @throws ResultsException if it cannot be written
     */
    public static ResultsFile open(Path path, List<String> columns, boolean resume, Consumer<Row> rows) {
        requireUsable(path, resume);
        Path rowsFile = rows(path);
        try {
            if (!Files.exists(rowsFile) && Files.exists(path)) {
                ParquetResults.restore(path, rowsFile, RowFormat.of(rowsFile));
            }
            FileChannel channel = FileChannel.open(
                    rowsFile,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    resume ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW);
            ResultsFile file = new ResultsFile(path, columns, channel);
            try {
                file.lock();
                file.begin(rows);
                return file;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (MalformedTableException e) {
            throw LoadedTable.unreadable(path, e);
        } catch (FileAlreadyExistsException e) {
            throw exists(path.toString());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private void lock() {
        try {
            if (channel.tryLock() == null) {
                throw inUse(null);
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(e);
        } catch (IOException e) {
            return; // a file system without locks, as some clusters have: then the user sees to it
        }
    }

    private UsageException inUse(OverlappingFileLockException cause) {
        return new UsageException(
                "Another run is writing " + path + ": wait for it, or name another results file.", cause);
    }

    private void begin(Consumer<Row> receiver) throws IOException {
        if (channel.size() > 0) {
            readRows(receiver);
            channel.truncate(end);
        }
        if (end == 0) {
            write(header);
        }
    }

    private void readRows(Consumer<Row> receiver) throws IOException {
        try (TableReader reader = TableReader.open(rows)) {
            reader.require(format);
            Row row = reader.nextWhole();
            if (reader.end() == 0) {
                requireTornStart();
                return;
            }
            List<String> found = reader.columns().orElse(List.of());
            if (!found.equals(columns)) {
                throw new UsageException(
                        "The columns of " + path + " are those of another version or of other metrics: expected "
                                + String.join(",", columns) + ", but found " + String.join(",", found)
                                + ". Name another results file.");
            }
            for (; row != null; row = reader.nextWhole()) {
                receiver.accept(row);
            }
            end = reader.end();
            former = reader.isFormer();
        }
    }

    /**
     * A run may have been killed before its first line was complete; whatever else is in the file is not ours to cut
     * off.
     */
    private void requireTornStart() throws IOException {
        byte[] found = Files.readAllBytes(rows);
        byte[] start = format.separated().isPresent() ? header : "{".getBytes(StandardCharsets.UTF_8);
        int compared = Math.min(found.length, start.length);
        if (!Arrays.equals(found, 0, compared, start, 0, compared)) {
            throw new UsageException("Expected a results file, but " + path + " is none. Name another file.");
        }
    }

    /** @throws ResultsException if it cannot be written; the file is then as before */
    public Span append(Map<String, Object> row) {
        byte[] line = format.line(row).getBytes(StandardCharsets.UTF_8);
        Span place = new Span(end, line.length);
        try {
            write(line);
            return place;
        } catch (IOException e) {
            try {
                channel.truncate(place.offset());
            } catch (IOException next) {
                e.addSuppressed(next);
            }
            throw unwritable(path, e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = end;
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        end = position;
    }

    private static ResultsException unwritable(Path path, IOException e) {
        return new ResultsException(
                "Cannot write " + path + ": " + IoReason.of(e)
                        + ". Rows written before are kept: mend that, and go on by --resume (resume=true).",
                e);
    }

    private StoredRows stored() {
        return new StoredRows(channel, format, columns, former);
    }

    /** A row of this file. */
    public Map<String, Object> read(Span row) throws IOException {
        return stored().cells(row);
    }

    /**
     * Brings the file to the disk and closes it; if its rows are not exactly these in this order, it is replaced as a
     * whole.
     *
     * @throws ResultsException if it cannot be written; the file then has all rows in another order
     */
    public void finish(List<Span> all) {
        try {
            if (isExactly(all)) {
                channel.force(true);
                channel.close();
            } else {
                AtomicFile.write(rows, target -> {
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(target));
                    out.write(header);
                    for (Span row : all) {
                        out.write(stored().line(row));
                    }
                    out.flush();
                    channel.close(); // on Windows an open file cannot be replaced
                });
            }
            if (!rows.equals(path)) {
                ParquetResults.write(path, rows);
                Files.delete(rows);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private boolean isExactly(List<Span> all) {
        long expected = header.length;
        for (Span row : all) {
            if (row.offset() != expected) {
                return false;
            }
            expected = row.end();
        }
        return expected == end && !former;
    }

    /** Rows that were written stay. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }
}
