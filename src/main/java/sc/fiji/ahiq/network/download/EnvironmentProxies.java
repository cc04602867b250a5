/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import sc.fiji.ahiq.base.error.DownloadException;

/**
 * Proxies as the environment variables {@code https_proxy}, {@code all_proxy} and {@code no_proxy} tell, in lower or
 * upper case; where they tell nothing, as Java's system properties do. Names and passwords in the variables are not
 * used.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int DEFAULT_PORT = 8080;

    private final UnaryOperator<String> environment;
    private final ProxySelector fallback;

    EnvironmentProxies(UnaryOperator<String> environment, ProxySelector fallback) {
        this.environment = environment;
        this.fallback = fallback;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String proxy = variable("https_proxy", variable("all_proxy", ""));
        if (proxy.isBlank() || !uri.getScheme().equals("https")) {
            return fallback.select(uri);
        }
        if (isExcepted(uri.getHost().toLowerCase(Locale.ROOT))) {
            return List.of(Proxy.NO_PROXY);
        }
        URI address = address(proxy);
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port)));
    }

    /** The message does not repeat the value, which may hold a password. */
    private static URI address(String proxy) {
        try {
            URI address = new URI(proxy.contains("://") ? proxy : "http://" + proxy);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(e);
        }
        throw noAddress(null);
    }

    private static DownloadException noAddress(Exception cause) {
        return new DownloadException(
                "The environment variable https_proxy or all_proxy is no address of a proxy: expected http://HOST:PORT.",
                cause);
    }

    private boolean isExcepted(String host) {
        return Arrays.stream(variable("no_proxy", "").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private String variable(String name, String otherwise) {
        String lower = environment.apply(name);
        String value = lower != null ? lower : environment.apply(name.toUpperCase(Locale.ROOT));
        return value != null ? value : otherwise;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException reason) {
        fallback.connectFailed(uri, address, reason);
    }
}
