/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

/**
 * A tensor as a pickle describes it, its view checked against the length of its storage.
 *
 * @param offset of its description in the pickle, for messages
 */
record TorchTensor(TorchStorage storage, StridedView view, long offset) {}
