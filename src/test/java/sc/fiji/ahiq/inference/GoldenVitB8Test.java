/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.inference;

import sc.fiji.ahiq.model.Architecture;

class GoldenVitB8Test extends AbstractGoldenTest {

    GoldenVitB8Test() {
        super(Architecture.vitB8());
    }
}
