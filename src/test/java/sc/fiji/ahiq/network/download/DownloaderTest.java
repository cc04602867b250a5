/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DownloadException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;

class DownloaderTest {

    private static final byte[] CONTENT = new byte[300_000];
    private static final String TAG = "\"v1\"";
    /** That a busy machine keeps. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration STALL = Duration.ofMillis(400);

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;

    private Downloader downloader = downloader(PATIENCE);
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch testEnded = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String sha256;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        sha256 = Sha256.of(Files.write(folder.resolve("expected"), CONTENT));
        Files.delete(folder.resolve("expected"));
    }

    @AfterEach
    void stop() {
        testEnded.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI serve(HttpHandler... answers) {
        int[] request = {0};
        server.createContext("/weights.pth", exchange -> {
            ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            try (exchange) {
                answers[Math.min(request[0]++, answers.length - 1)].handle(exchange);
            }
        });
        return uri("/weights.pth");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private RemoteFile file(URI uri) {
        return new RemoteFile(uri, "weights.pth", OptionalLong.of(CONTENT.length), sha256);
    }

    private Path download(RemoteFile file) {
        return downloader.download(file, folder, Progress.NONE);
    }

    private void assertComplete(Path found) {
        assertThat(found).isEqualTo(folder.resolve("weights.pth")).hasBinaryContent(CONTENT);
        assertThat(folder.toFile().list()).containsExactly("weights.pth");
    }

    private static Downloader downloader(Duration stall) {
        return new Downloader(
                new DownloadLimits(Duration.ofSeconds(5), stall, List.of(Duration.ZERO, Duration.ZERO), true));
    }

    private static void whole(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", TAG);
        exchange.sendResponseHeaders(200, CONTENT.length);
        exchange.getResponseBody().write(CONTENT);
    }

    /** Heeds Range. */
    private static void rest(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            whole(exchange);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().set("ETag", TAG);
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
        exchange.sendResponseHeaders(206, CONTENT.length - from);
        exchange.getResponseBody().write(CONTENT, from, CONTENT.length - from);
    }

    /** Promises everything and closes the connection after some of it. */
    private static HttpHandler cutAfter(int bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    private HttpHandler stallAfter(int bytes) {
        return exchange -> {
            cutAfter(bytes).handle(exchange);
            try {
                testEnded.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static HttpHandler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static HttpHandler redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Test
    void aFileIsDownloadedWithProgress() {
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        Path found = downloader.download(file(serve(DownloaderTest::whole)), folder, (bytes, total) -> {
            done.add(bytes);
            totals.add(total);
        });

        assertComplete(found);
        assertThat(done).isSorted().last().isEqualTo((long) CONTENT.length);
        assertThat(totals).containsOnly((long) CONTENT.length);
        assertThat(ranges).containsExactly("null");
    }

    @Test
    void aFileThatIsThereIsNotDownloadedAgain() throws IOException {
        Files.write(folder.resolve("weights.pth"), CONTENT);

        assertComplete(download(file(serve(DownloaderTest::whole))));
        assertThat(ranges).isEmpty();
    }

    @Test
    void anotherFileOfThatNameIsReplaced() throws IOException {
        Files.writeString(folder.resolve("weights.pth"), "other");

        assertComplete(download(file(serve(DownloaderTest::whole))));
    }

    @Test
    void theFirstDigitsOfAHashSuffice() {
        URI uri = serve(DownloaderTest::whole);

        assertComplete(download(new RemoteFile(uri, "weights.pth", OptionalLong.empty(), sha256.substring(0, 8))));
    }

    @Test
    void aConnectionThatIsCutIsResumed() {
        assertComplete(download(file(serve(cutAfter(100_000), DownloaderTest::rest))));
        assertThat(ranges).hasSize(2).first().isEqualTo("null");
        assertThat(ranges.get(1)).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void aDownloadGoesOnInALaterCall() {
        RemoteFile file = file(serve(cutAfter(1000), status(503), status(503), DownloaderTest::rest));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("Cannot download " + file.uri() + " after 3 tries: the server answered 503. ")
                .hasMessageEndingWith(" bytes have arrived; the next download goes on from there.");
        assertThat(folder.resolve("weights.pth")).doesNotExist();
        assertThat(folder.resolve("weights.pth.part")).exists();

        assertComplete(download(file));
        assertThat(ranges).hasSize(4).last().asString().startsWith("bytes=");
    }

    @Test
    void aServerThatIgnoresTheRangeStartsAnew() {
        assertComplete(download(file(serve(cutAfter(100_000), DownloaderTest::whole))));
        assertThat(ranges.get(1)).startsWith("bytes=");
    }

    @Test
    void aPartOfOtherContentIsNotAppended() {
        HttpHandler changed = exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            exchange.getResponseHeaders().set("ETag", "\"v2\"");
            if (range == null) {
                exchange.sendResponseHeaders(200, CONTENT.length);
                exchange.getResponseBody().write(CONTENT);
            } else {
                assertThat(exchange.getRequestHeaders().getFirst("If-Range")).isEqualTo(TAG);
                exchange.getResponseHeaders().set("Content-Range", "bytes 1000-299999/300000");
                exchange.sendResponseHeaders(206, -1);
            }
        };

        assertComplete(download(file(serve(cutAfter(100_000), changed, changed))));
        assertThat(ranges).hasSize(3).last().isEqualTo("null");
    }

    @Test
    void withoutTagAndHashNothingIsResumed() throws IOException {
        Files.write(folder.resolve("weights.pth.part"), new byte[1000]);
        URI uri = serve(DownloaderTest::rest);

        assertComplete(download(new RemoteFile(uri, "weights.pth", OptionalLong.of(CONTENT.length), "")));
        assertThat(ranges).containsExactly("null");
    }

    @Test
    void aWrongPartIsFoundByTheHashAndDeleted() throws IOException {
        Files.write(folder.resolve("weights.pth.part"), new byte[1000]);
        RemoteFile file = file(serve(DownloaderTest::rest));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("What came from " + file.uri() + " is not weights.pth: its SHA-256 is ")
                .hasMessageContaining(", expected " + sha256 + ". It was deleted. Try again");
        assertThat(folder).isEmptyDirectory();
        assertComplete(download(file));
    }

    @Test
    void aPartThatIsTooLongIsDeleted() throws IOException {
        Files.write(folder.resolve("weights.pth.part"), new byte[CONTENT.length + 5]);

        assertComplete(download(file(serve(status(416), DownloaderTest::whole))));
        assertThat(ranges).containsExactly("bytes=300005-", "null");
    }

    @Test
    void aStalledConnectionIsTriedAgain() {
        downloader = downloader(STALL);
        assertComplete(download(file(serve(stallAfter(100_000), DownloaderTest::rest))));
    }

    @Test
    void aServerThatAlwaysStallsIsReported() {
        downloader = downloader(STALL);
        RemoteFile file = file(serve(stallAfter(10)));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(" after 3 tries: ")
                .hasMessageContaining("nothing came for 0.4 s after ");
        assertThat(folder.resolve("weights.pth")).doesNotExist();
    }

    @Test
    void aServerThatOffersAnotherLengthIsRefusedAtOnce() {
        RemoteFile file = file(serve(exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write(CONTENT, 0, 5);
        }));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessage("Cannot download " + file.uri()
                        + ": the server offers 5 bytes, expected 300000. The file there was changed.");
        assertThat(ranges).hasSize(1);
    }

    @Test
    void aLengthThatIsNotToldIsCheckedAtTheEnd() {
        RemoteFile file = file(serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(CONTENT, 0, 5);
        }));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("is not weights.pth: it has 5 bytes, expected 300000. It was deleted.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void otherContentOfTheRightLengthIsDeleted() {
        RemoteFile file = file(serve(exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(new byte[CONTENT.length]);
        }));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("its SHA-256 is");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=utf-8, sign in", "application/octet-stream, '\n <!DOCTYPE HTML><html>'"})
    void aWebPageIsNotTakenForWeights(String type, String text) {
        RemoteFile file = new RemoteFile(
                serve(exchange -> {
                    byte[] page = text.getBytes(StandardCharsets.US_ASCII);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }),
                "weights.pth",
                OptionalLong.empty(),
                "");

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("Cannot download " + file.uri() + ": expected a file, found a web page.");
        assertThat(folder).isEmptyDirectory();
        assertThat(ranges).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, ' (not allowed)'", "404, ' (not there)'", "418, ''"})
    void aRefusalOfTheServerIsFinal(int status, String meaning) {
        RemoteFile file = file(serve(status(status)));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith(
                        "Cannot download " + file.uri() + ": the server answered " + status + meaning + ". ");
        assertThat(ranges).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void afterAFailureThatMayPassItIsTriedAgain(int status) {
        assertComplete(download(file(serve(status(status), status(status), DownloaderTest::whole))));
    }

    @Test
    void redirectionsAreFollowed() {
        serve(DownloaderTest::whole);
        server.createContext("/one", exchange -> {
            try (exchange) {
                redirect("/weights.pth").handle(exchange);
            }
        });

        assertComplete(download(file(uri("/one"))));
    }

    @Test
    void redirectionsWithoutEndAreRefused() {
        RemoteFile file = file(serve(redirect("/weights.pth")));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(": more than 10 redirections.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/weights.pth", "file:///etc/passwd", "ftp://localhost/x", "mailto:a@b"})
    void redirectionsAwayFromHttpsAreRefused(String location) {
        RemoteFile file = file(serve(redirect(location)));

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessage("Not downloaded: the address " + location
                        + " is not one of HTTPS, so that what comes from there could be anyone's.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void usuallyPlainHttpIsRefusedOnThisMachineToo() {
        RemoteFile file = file(serve(DownloaderTest::whole));

        assertThatThrownBy(() -> new Downloader().download(file, folder, Progress.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("Not downloaded: the address http://localhost:");
        assertThat(ranges).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsReported() {
        RemoteFile file = file(serve(DownloaderTest::whole));
        server.stop(0);

        assertThatThrownBy(() -> download(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(" after 3 tries: no connection to localhost. 0 bytes have arrived");
    }

    @Test
    void aDownloadThatIsStoppedCanBeResumed() {
        RemoteFile file = file(serve(DownloaderTest::rest));

        assertThatThrownBy(() -> downloader.download(file, folder, (done, total) -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("weights.pth")).doesNotExist();

        assertComplete(download(file));
        assertThat(ranges.get(1)).startsWith("bytes=");
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        RemoteFile file = file(serve(DownloaderTest::whole));

        assertThatThrownBy(() -> downloader.download(file, inTheWay, Progress.NONE))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot make the folder " + inTheWay + ": ");
    }

    @Test
    void safetensorsWhoseLengthLooksLikeATagAreNoWebPage() {
        byte[] header = "<\0\0\0\0\0\0\0{\"html\":".getBytes(StandardCharsets.US_ASCII);

        assertThat(ServerReply.looksLikeWebPage(header, header.length)).isFalse();
        assertThat(ServerReply.looksLikeWebPage(Arrays.copyOf(header, 0), 0)).isFalse();
    }
}
