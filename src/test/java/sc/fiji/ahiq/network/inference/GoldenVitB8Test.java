/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import sc.fiji.ahiq.network.model.Architecture;

class GoldenVitB8Test extends AbstractGoldenTest {

    GoldenVitB8Test() {
        super(Architecture.vitB8());
    }
}
