/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * Reads and writes safetensors files, which the package description shows byte by byte. Data types are those of
 * {@link sc.fiji.ahiq.network.tensor.DType}, tensors have at most 32 dimensions and 2^31 - 1 bytes, the header at most
 * 100 MB.
 *
 * <p>Source: <a href="https://github.com/huggingface/safetensors">the format and its reference implementation</a>.
 * The limits on dimensions and bytes of a tensor are ours.
 */
public final class Safetensors {

    private Safetensors() {}

    /**
     * Opens a file. Its header is read and compared with the file's length; no data are.
     *
     * <p>{@link Checkpoint#tensor} maps the bytes of that one tensor into memory (it reads those under 64 KiB):
     * pages are read by the operating system when they are touched, and only tensors that are used cost address space.
     * {@link Checkpoint#close()} closes the file, but a mapping lives until its tensor is garbage collected. Until then
     * the file must keep its content (a tensor of a file that is shortened meanwhile fails with an
     * {@link InternalError}), and on Windows it can be neither deleted nor replaced. A thread that is interrupted while
     * it asks for a tensor closes the checkpoint.
     *
     * @throws WeightsException if {@code source} is missing, unreadable, or anything but a complete and consistent
     *     safetensors file
     */
    public static Checkpoint open(Path source) {
        return OpenFile.read(source, SafetensorsFile::read);
    }

    /**
     * Creates or replaces {@code target} as a whole; on any failure it keeps its former content. The same tensors and
     * metadata give the same bytes: tensors are ordered by data type and name.
     *
     * <p>Every tensor is asked for twice, for the header and for its data, and not kept: a map that makes its values
     * when they are asked for can convert a model larger than memory.
     *
     * @param tensors by name; nothing of them is copied to the Java heap as a whole
     * @param metadata may be empty; {@code format=pt} tells other tools that the names are PyTorch's
     * @throws ResultsException if the file cannot be written
     * @throws IllegalArgumentException if the format has no place for a tensor: one named {@code __metadata__} or not
     *     in valid Unicode, of more than 32 dimensions, or too many for a header of 100 MB
     * @throws IllegalStateException if a tensor is of another type or shape when it is asked for again
     */
    public static void write(Path target, Map<String, Tensor> tensors, Map<String, String> metadata) {
        try {
            AtomicFile.write(target, new SafetensorsWriter(tensors, metadata)::writeTo);
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot write weights to " + target + ": " + IoReason.of(e)
                            + ". Choose a file in a folder that exists, that you may write to and that has space left.",
                    e);
        }
    }
}
