/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.WebAddress;

/**
 * A file or folder of a store that Hadoop has a file system for, such as {@code hdfs://host/a.png} or
 * {@code s3a://bucket/a.png}. Properties {@code spark.hadoop.*} are those of Hadoop.
 *
 * @param address as the user wrote it
 */
record StoredFile(String address, FileSystem store, Path path) {

    private static final String FILE = "file";

    /** Images are not read from the web. */
    private static final Set<String> OF_THE_WEB = Set.of("http", "https", "ftp");

    private static final Configuration CONFIGURATION = configuration();

    private static Configuration configuration() {
        SparkEnv application = SparkEnv.get();
        return SparkHadoopUtil.get().newConfiguration(application == null ? new SparkConf() : application.conf());
    }

    /** Whether a path is the address of something in a store. */
    static boolean is(java.nio.file.Path path) {
        String scheme = WebAddress.scheme(path);
        return !scheme.isEmpty() && !scheme.equals(FILE) && !OF_THE_WEB.contains(scheme);
    }

    /** The path that an address with {@code file:} means; all other paths as they are. */
    static java.nio.file.Path local(java.nio.file.Path path) {
        return WebAddress.scheme(path).equals(FILE)
                ? java.nio.file.Path.of(WebAddress.written(path).substring(FILE.length() + "://".length()))
                : path;
    }

    /** @throws UsageException if there is no file system for the address, or its server cannot be reached */
    static StoredFile of(java.nio.file.Path address) {
        String written = WebAddress.written(address);
        try {
            Path given = new Path(written);
            Path path = given.isAbsolute() ? given : new Path(given, "/"); // hdfs://host is its topmost folder
            return new StoredFile(written, path.getFileSystem(CONFIGURATION), path);
        } catch (IOException | RuntimeException e) {
            throw new UsageException(
                    "Cannot open " + written + ": " + reason(e)
                            + ". Expected an address that Hadoop has a file system for,"
                            + " such as hdfs://HOST/..., or s3a://BUCKET/... with the library hadoop-aws of Spark's version of"
                            + " Hadoop (by --packages, or in spark/jars), and its properties as spark.hadoop.fs.*.",
                    e);
        }
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root instanceof IOException io ? IoReason.of(io) : String.valueOf(root);
        return reason.lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }

    /** What a store does, which may fail. */
    @FunctionalInterface
    private interface Access<T> {
        T run() throws IOException;
    }

    /** @throws ResultsException if the store fails: nothing is known then */
    private <T> T access(String what, Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot " + what + " " + address + ": " + reason(e)
                            + ". Mend that, and go on by --resume (resume=true).",
                    e);
        }
    }

    boolean exists() {
        return access("look for", () -> store.exists(path));
    }

    /** Names and lengths of files in this folder; none if there is no such folder. */
    List<FileStatus> files() {
        return access("list", () -> {
            try {
                return Stream.of(store.listStatus(path))
                        .filter(FileStatus::isFile)
                        .toList();
            } catch (FileNotFoundException e) {
                return List.of();
            }
        });
    }

    StoredFile child(String name) {
        return new StoredFile(address + "/" + name, store, new Path(path, name));
    }

    StoredFile sibling(String name) {
        return new StoredFile(
                address.substring(0, address.lastIndexOf('/') + 1) + name, store, new Path(path.getParent(), name));
    }

    /** The name without the folder. */
    String name() {
        return path.getName();
    }

    /** Brings the file, or the folder with all that is in it, to this machine. */
    void copyTo(java.nio.file.Path file) {
        URI target = file.toUri();
        access("read", () -> {
            store.copyToLocalFile(false, path, new Path(target), true);
            return null;
        });
    }

    /** Makes or replaces the file by one of this machine: it has its name when it is whole. */
    void replaceBy(java.nio.file.Path file) {
        URI source = file.toUri();
        access("write", () -> {
            StoredFile whole = sibling(".ahiq-" + UUID.randomUUID() + ".tmp");
            try {
                store.copyFromLocalFile(false, true, new Path(source), whole.path());
                if (!store.rename(whole.path(), path)) { // most stores replace nothing by a rename
                    store.delete(path, false);
                    if (!store.rename(whole.path(), path) && !store.exists(path)) {
                        throw new IOException("a file cannot be renamed");
                    }
                }
                return null;
            } finally {
                store.delete(whole.path(), false);
            }
        });
    }

    /** Deletes the file or folder, if it is there. */
    void delete() {
        access("delete", () -> store.delete(path, true));
    }

    /** Makes the folder, if need be. */
    void makeFolder() {
        access("make the folder", () -> store.mkdirs(path));
    }
}
