/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * Opens weight files of all formats: those of {@code torch.save} (zip archives and their predecessors), {@code .npz}
 * and safetensors, which the package description shows byte by byte. What a file is, is told by its bytes, not by its
 * name.
 *
 * <p>No code in a file is ever run: pickles are read by an interpreter that knows tensors, dicts, lists, text and
 * numbers, and refuses every other instruction and name. Nothing is unpacked to the disk.
 */
public final class Checkpoints {

    private static final int HEAD_BYTES = 512;
    private static final int ZIP_ENTRY = 0x04034b50;
    private static final int ZIP_END = 0x06054b50;
    private static final String EXPECTED = "weights as .pth of PyTorch, .npz or .safetensors";

    private Checkpoints() {}

    /**
     * Opens a file and checks everything in it except the tensors' values; those of zip archives are compared with
     * their CRC-32 when they are asked for.
     *
     * <ul>
     *   <li>Torch files: tensors anywhere in nested dicts, lists and tuples are named by their path, keys and indices
     *   joined
     *       by dots, as {@code state.0.exp_avg}; parameters are tensors; keys may hold dots. Numbers, text and
     *       {@code None} become {@link Checkpoint#metadata}. Names that coincide, are longer than 256 characters or
     *       hold control characters are refused.
     *   <li>{@code .npz}: names are those of the entries without {@code .npy}.
     * </ul>
     *
     * <p>Tensors that lie contiguous and uncompressed in the file are mapped into memory as by
     * {@link Safetensors#open}, with the same consequences, or read if they are shorter than 64 KiB. Those that are
     * compressed, in Fortran or big-endian order, or a view with gaps or rearranged dimensions, are copied to native
     * memory when they are asked for; they may have 128 MiB.
     *
     * @throws WeightsException if {@code source} is missing, unreadable, of another format, incomplete, inconsistent,
     *     or holds more than weights; the message says what the file looks like and what to do
     */
    public static Checkpoint open(Path source) {
        return OpenFile.read(source, Checkpoints::read);
    }

    private static Checkpoint read(OpenFile file) {
        byte[] head = new byte[(int) Math.min(HEAD_BYTES, file.sizeBytes())];
        ByteBuffer bytes = file.bytes(0, head.length);
        bytes.get(0, head);
        int signature = head.length < Integer.BYTES ? 0 : bytes.getInt(0);
        if (signature == ZIP_ENTRY || signature == ZIP_END) {
            return readZip(ZipArchive.read(file));
        }
        if (startsWith(head, TorchLegacy.MAGIC)) {
            return TorchLegacy.read(file);
        }
        FileKind kind = FileKind.of(head);
        if (head.length > Long.BYTES && head[Long.BYTES] == '{' && kind == FileKind.UNKNOWN) {
            return SafetensorsFile.read(file);
        }
        throw Refusal.at(file.path(), 0, EXPECTED, kind.describe(head), kind.advice());
    }

    private static Checkpoint readZip(ZipArchive archive) {
        if (archive.items().stream().anyMatch(item -> item.name().endsWith("/constants.pkl"))) {
            throw Refusal.at(
                    archive.file().path(),
                    0,
                    EXPECTED,
                    "a TorchScript archive",
                    "It holds a program; save the state_dict of its module with torch.save.");
        }
        if (archive.items().stream().anyMatch(TorchZip::isPickle)) {
            return TorchZip.read(archive);
        }
        if (archive.items().stream().anyMatch(Npz::isArray)) {
            return Npz.read(archive);
        }
        throw Refusal.at(
                archive.file().path(),
                0,
                EXPECTED,
                "a zip archive without data.pkl or .npy entries",
                "Unpack it if the weights are in it, or download the file again.");
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
