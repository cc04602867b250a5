/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DownloadException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;

/**
 * Downloads files over HTTPS. What arrives goes to {@code NAME.part}; a file of the final name is always complete and
 * has the expected length and hash. A download that was cut, stopped or killed is resumed where it ended, if the server
 * can do that and tells that the content is still the same. Failures that may pass are tried again, three times in all.
 * Redirections are followed to HTTPS only. Proxies are those of the environment and of Java. Thread safe; two downloads
 * must not have the same target at the same time.
 */
public final class Downloader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final DownloadLimits limits;
    private final HttpsGet https;

    public Downloader() {
        this(DownloadLimits.USUAL);
    }

    Downloader(DownloadLimits limits) {
        this.limits = limits;
        this.https = new HttpsGet(limits);
    }

    /**
     * Downloads a file into a folder, which is made; a file that is there already and is the right one is left alone.
     * Blocks until it is done.
     *
     * @return the file
     * @throws DownloadException if it cannot be had, or is not the expected one
     * @throws CancelledException if the thread is interrupted; the download can be resumed
     * @throws sc.fiji.ahiq.base.error.UsageException if the folder cannot be made
     */
    public Path download(RemoteFile file, Path folder, Progress progress) {
        try {
            Folder.make(folder);
            Path target = folder.resolve(file.name());
            if (Files.exists(target) && problem(file, target).isEmpty()) {
                return target;
            }
            PartialFile partial = new PartialFile(folder, file.name());
            fetch(file, partial, progress);
            Optional<String> problem = problem(file, partial.data());
            if (problem.isPresent()) {
                partial.delete();
                throw new DownloadException(
                        "What came from " + file.uri() + " is not " + file.name() + ": " + problem.get()
                                + ". It was deleted. Try again; if that does not help, the file there was changed.");
            }
            partial.finish();
            return target;
        } catch (IOException e) {
            throw new DownloadException(
                    "Cannot write " + file.name() + " to " + folder + ": " + IoReason.of(e)
                            + ". Check that you may write there and that space is left.",
                    e);
        }
    }

    private static Optional<String> problem(RemoteFile file, Path found) throws IOException {
        long bytes = Files.size(found);
        if (file.bytes().isPresent() && bytes != file.bytes().getAsLong()) {
            return Optional.of(
                    "it has " + bytes + " bytes, expected " + file.bytes().getAsLong());
        }
        if (!file.sha256().isEmpty()) {
            String hash = Sha256.of(found);
            if (!hash.startsWith(file.sha256())) {
                return Optional.of("its SHA-256 is " + hash + ", expected " + file.sha256());
            }
        }
        return Optional.empty();
    }

    private void fetch(RemoteFile file, PartialFile partial, Progress progress) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                new Attempt(file, partial, progress).run();
                return;
            } catch (TransferException e) {
                if (attempt == limits.tries()) {
                    throw new DownloadException(
                            "Cannot download " + file.uri() + " after " + attempt + " tries: " + e.getMessage() + ". "
                                    + partial.bytes() + " bytes have arrived; the next download goes on from there.",
                            e);
                }
                pause(limits.pauses().get(attempt - 1));
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** A failure on the way, which may pass. */
    private static final class TransferException extends Exception {

        private static final long serialVersionUID = 1L;

        TransferException(String message, IOException cause) {
            super(message, cause);
        }
    }

    /** One request and what comes of it. */
    private final class Attempt {

        private final RemoteFile file;
        private final PartialFile partial;
        private final Progress progress;

        Attempt(RemoteFile file, PartialFile partial, Progress progress) {
            this.file = file;
            this.partial = partial;
            this.progress = progress;
        }

        void run() throws IOException, TransferException {
            long have = resumable();
            if (have > 0 && file.bytes().isPresent() && have == file.bytes().getAsLong()) {
                return;
            }
            HttpResponse<InputStream> response;
            try {
                response = https.send(file.uri(), headers(have));
            } catch (IOException e) {
                throw new TransferException(IoReason.of(e), e);
            }
            try (InputStream body = response.body()) {
                receive(ServerReply.of(response), have, body);
            }
        }

        /** Bytes to keep. Without a tag or a hash nothing would tell that old and new bytes are of the same file. */
        private long resumable() throws IOException {
            return partial.tag().isPresent() || !file.sha256().isEmpty() ? partial.bytes() : 0;
        }

        private Map<String, String> headers(long have) throws IOException {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Accept-Encoding", "identity");
            if (have > 0) {
                headers.put("Range", "bytes=" + have + "-");
                partial.tag().ifPresent(tag -> headers.put("If-Range", tag));
            }
            return headers;
        }

        private void receive(ServerReply reply, long have, InputStream body) throws IOException, TransferException {
            if (reply.status() == 416) {
                partial.delete();
                throw new TransferException("the server has no more than what had arrived, and that was deleted", null);
            }
            if (reply.mayPass()) {
                throw new TransferException("the server answered " + reply.status(), null);
            }
            requireFile(reply);
            boolean resumes = reply.rangeStart() == have && have > 0 && isSameContent(reply);
            if (reply.status() == 206 && !resumes) {
                partial.delete();
                throw new TransferException(
                        "the server sent a part that does not continue what had arrived, and that was deleted", null);
            }
            requireSize(reply);
            try (FileChannel channel = resumes ? partial.append() : partial.restart(reply.tag())) {
                copy(body, channel, resumes ? have : 0, reply.totalBytes());
            }
        }

        /** Not every server heeds the condition that came with the request. */
        private boolean isSameContent(ServerReply reply) throws IOException {
            return partial.tag().isEmpty()
                    || reply.tag().isEmpty()
                    || reply.tag().equals(partial.tag());
        }

        private void requireFile(ServerReply reply) {
            if (reply.status() != 200 && reply.status() != 206) {
                throw new DownloadException("Cannot download " + file.uri() + ": the server answered " + reply.status()
                        + reply.meaning() + ". Download the file with a browser and import it with 'ahiq import'.");
            }
            if (reply.isWebPage()) {
                throw webPage();
            }
        }

        private DownloadException webPage() {
            return new DownloadException(
                    "Cannot download " + file.uri() + ": expected a file, found a web page. A login or"
                            + " a network in between may be in the way: open the address in a browser.");
        }

        private void requireSize(ServerReply reply) {
            if (file.bytes().isPresent()
                    && reply.totalBytes().isPresent()
                    && file.bytes().getAsLong() != reply.totalBytes().getAsLong()) {
                throw new DownloadException("Cannot download " + file.uri() + ": the server offers "
                        + reply.totalBytes().getAsLong() + " bytes, expected "
                        + file.bytes().getAsLong() + ". The file there was changed.");
            }
        }

        private void copy(InputStream body, FileChannel channel, long have, OptionalLong total)
                throws IOException, TransferException {
            byte[] buffer = new byte[BUFFER_BYTES];
            long done = have;
            try (StallGuard guard = new StallGuard(body, limits.stall())) {
                for (int read = read(guard, buffer, done); read >= 0; read = read(guard, buffer, done)) {
                    if (done == 0 && ServerReply.looksLikeWebPage(buffer, read)) {
                        partial.delete();
                        throw webPage();
                    }
                    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    done += read;
                    progress.update(done, total.orElse(-1));
                }
            }
            channel.force(true);
            if (total.isPresent() && done != total.getAsLong()) {
                throw new TransferException(
                        "the connection ended after " + done + " of " + total.getAsLong() + " bytes", null);
            }
        }

        private int read(StallGuard guard, byte[] buffer, long done) throws TransferException {
            try {
                return guard.read(buffer);
            } catch (IOException e) {
                String what = guard.hasStalled()
                        ? "nothing came for " + limits.stall().toMillis() / 1000.0 + " s"
                        : "the connection broke";
                throw new TransferException(what + " after " + done + " bytes", e);
            }
        }
    }
}
