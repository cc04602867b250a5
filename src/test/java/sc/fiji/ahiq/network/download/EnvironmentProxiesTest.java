/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.DownloadException;

class EnvironmentProxiesTest {

    private static final ProxySelector FALLBACK = ProxySelector.of(new InetSocketAddress("fallback", 1));

    private static Proxy select(Map<String, String> environment, String uri) {
        List<Proxy> proxies = new EnvironmentProxies(environment::get, FALLBACK).select(URI.create(uri));
        assertThat(proxies).hasSize(1);
        return proxies.get(0);
    }

    private static void assertProxy(Proxy proxy, String host, int port) {
        assertThat(proxy.type()).isEqualTo(Proxy.Type.HTTP);
        assertThat(((InetSocketAddress) proxy.address()).getHostString()).isEqualTo(host);
        assertThat(((InetSocketAddress) proxy.address()).getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy, http://proxy.example:3128, proxy.example, 3128",
        "HTTPS_PROXY, http://proxy.example:3128/, proxy.example, 3128",
        "all_proxy, proxy.example:3128, proxy.example, 3128",
        "https_proxy, http://user:secret@proxy.example, proxy.example, 8080"
    })
    void theProxyOfTheEnvironmentIsTaken(String name, String value, String host, int port) {
        assertProxy(select(Map.of(name, value), "https://github.com/x"), host, port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy", "other"})
    void withoutOneThatOfJavaIsTaken(String name) {
        assertProxy(select(Map.of(name, name.equals("other") ? "x:1" : ""), "https://github.com/x"), "fallback", 1);
        assertProxy(select(Map.of("https_proxy", "proxy:2"), "http://localhost/x"), "fallback", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///path", "user:secret@a b"})
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> select(Map.of("https_proxy", value), "https://github.com/x"))
                .isInstanceOf(DownloadException.class)
                .hasMessage("The environment variable https_proxy or all_proxy is no address of a proxy: expected"
                        + " http://HOST:PORT.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.com", ".github.com", "a.b, GitHub.com", "*"})
    void someHostsNeedNoProxy(String exceptions) {
        Map<String, String> environment = Map.of("https_proxy", "proxy:2", "no_proxy", exceptions);

        assertThat(select(environment, "https://github.com/x")).isEqualTo(Proxy.NO_PROXY);
        assertThat(select(environment, "https://codeload.github.com/x")).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void otherHostsNeedOne() {
        Map<String, String> environment = Map.of("https_proxy", "proxy:2", "no_proxy", "hub.com,thub.com");

        assertProxy(select(environment, "https://github.com/x"), "proxy", 2);
    }
}
