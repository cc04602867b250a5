/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import sc.fiji.ahiq.network.model.ModelCard;

/**
 * A model on an engine, and what tables say of it.
 *
 * @param weightsSha256 of its weights, hexadecimal
 * @param options that it was opened with
 */
public record OpenModel(ModelCard card, String weightsSha256, OpenNetwork network, InferenceOptions options) {}
