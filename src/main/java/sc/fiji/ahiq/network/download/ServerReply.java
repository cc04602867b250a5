/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response says about the file.
 *
 * @param status of HTTP
 * @param contentType empty if not told
 * @param rangeStart of the part that is sent; -1 if it is no part
 * @param totalBytes of the whole file, if told
 * @param tag by which the server tells this content from others, if it does so reliably
 */
record ServerReply(int status, String contentType, long rangeStart, OptionalLong totalBytes, Optional<String> tag) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final int SNIFFED_BYTES = 256;

    static ServerReply of(HttpResponse<?> response) {
        HttpHeaders headers = response.headers();
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        boolean partial = response.statusCode() == 206 && range.matches();
        return new ServerReply(
                response.statusCode(),
                headers.firstValue("Content-Type").orElse(""),
                partial ? Long.parseLong(range.group(1)) : -1,
                partial ? total(range.group(2)) : length(headers),
                headers.firstValue("ETag").filter(tag -> tag.matches("\"[!-~&&[^\"]]{1,500}\"")));
    }

    private static OptionalLong total(String text) {
        return text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private static OptionalLong length(HttpHeaders headers) {
        return headers.firstValue("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** Whether the same request may succeed later. */
    boolean mayPass() {
        return status == 408 || status == 429 || status >= 500;
    }

    String meaning() {
        return switch (status) {
            case 401, 403 -> " (not allowed)";
            case 404, 410 -> " (not there)";
            case 407 -> " (the proxy wants a login)";
            default -> "";
        };
    }

    boolean isWebPage() {
        return contentType.toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml).*");
    }

    /** Whether a file begins like HTML, whatever the server says it is. */
    static boolean looksLikeWebPage(byte[] beginning, int length) {
        String text = new String(beginning, 0, Math.min(length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        return text.toLowerCase(Locale.ROOT).matches("(?s)\\s*(<!doctype html|<html|<head|<body).*");
    }
}
