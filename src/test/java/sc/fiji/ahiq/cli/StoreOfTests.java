/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine as a store of Hadoop, which like most replaces nothing by a rename. */
public final class StoreOfTests extends RawLocalFileSystem {

    private URI address;

    @Override
    public void initialize(URI address, Configuration configuration) throws IOException {
        String host = address.getHost() == null ? "" : address.getHost();
        this.address = URI.create(address.getScheme() + "://" + host + "/");
        super.initialize(this.address, configuration);
    }

    @Override
    public URI getUri() {
        return address == null ? super.getUri() : address;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return !exists(to) && super.rename(from, to);
    }
}
