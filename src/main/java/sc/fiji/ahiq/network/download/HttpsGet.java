/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DownloadException;
import sc.fiji.ahiq.base.error.Printable;

/** GET requests that leave HTTPS neither at first nor by a redirection. */
final class HttpsGet {

    private static final int MAX_REDIRECTIONS = 10;

    private final DownloadLimits limits;
    private final HttpClient client;

    HttpsGet(DownloadLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(new EnvironmentProxies(System::getenv, ProxySelector.getDefault()))
                .build();
    }

    /**
     * The response after all redirections; its body has to be closed.
     *
     * @throws DownloadException if an address is not allowed
     * @throws IOException if there is no response
     */
    HttpResponse<InputStream> send(URI uri, Map<String, String> headers) throws IOException {
        URI current = uri;
        for (int i = 0; i <= MAX_REDIRECTIONS; i++) {
            requireAllowed(current);
            HttpResponse<InputStream> response = sendOnce(current, headers);
            if (response.statusCode() / 100 != 3 || response.statusCode() == 304) {
                return response;
            }
            response.body().close();
            current = redirection(current, response);
        }
        throw new DownloadException("Cannot download " + uri + ": more than " + MAX_REDIRECTIONS
                + " redirections. Try again later, or download it with a browser.");
    }

    private HttpResponse<InputStream> sendOnce(URI uri, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(limits.stall()).header("User-Agent", "ahiq/" + Version.get());
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new IOException("no connection to " + uri.getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static URI redirection(URI from, HttpResponse<?> response) {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new DownloadException(
                        "Cannot download " + from + ": the server redirects without saying where to."));
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(
                    "Cannot download " + from + ": the server redirects to no address: " + Printable.of(location), e);
        }
    }

    private void requireAllowed(URI uri) throws IOException {
        boolean https = "https".equals(uri.getScheme()) && uri.getHost() != null;
        boolean plain = limits.plainLoopback()
                && "http".equals(uri.getScheme())
                && uri.getHost() != null
                && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        if (!https && !plain) {
            throw new DownloadException("Not downloaded: the address " + Printable.of(uri)
                    + " is not one of HTTPS, so that what comes from there could be anyone's.");
        }
    }
}
