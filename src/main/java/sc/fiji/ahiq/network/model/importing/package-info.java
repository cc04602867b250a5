/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Makes a model of the files in which its parts are published: the AHIQ heads, a ResNet and a Vision Transformer.
 *
 * <p>Entry type: {@link sc.fiji.ahiq.network.model.importing.ImportedModel}. Each file is recognised by its tensors,
 * prefixes of training scripts are taken off their names, a Vision Transformer in the layout of its JAX source is
 * converted to timm's, the architecture is found from the shapes, and every name and shape is checked. Nothing is read
 * as a whole: tensors are converted when they are asked for.
 *
 * <p>May import {@code network.model}, {@code network.design}, {@code network.checkpoint}, {@code network.tensor},
 * {@code base}, {@code base.error} and {@code base.io}, {@code network.cnn}, {@code metric.natural}.
 */
package sc.fiji.ahiq.network.model.importing;
