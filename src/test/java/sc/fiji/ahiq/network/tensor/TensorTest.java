/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void holdsFloatsInRowMajorOrder() {
        Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

        assertThat(tensor.dtype()).isEqualTo(DType.F32);
        assertThat(tensor.shape()).containsExactly(2, 3);
        assertThat(tensor.elementCount()).isEqualTo(6);
        assertThat(tensor.get(3)).isEqualTo(4);
        assertThat(tensor.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensor).hasToString("F32[2, 3]");
    }

    @Test
    void anEmptyShapeIsAScalarAndAZeroDimensionHasNoElements() {
        assertThat(Tensor.of(new float[] {3.25f}).toFloats()).containsExactly(3.25f);
        assertThat(Tensor.of(new float[0], 0, 3).elementCount()).isZero();
    }

    @Test
    void convertsOtherTypesToFloats() {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(0, (short) -3).putShort(2, (short) 1000);

        assertThat(new Tensor(DType.I16, new long[] {2}, bytes).toFloats()).containsExactly(-3, 1000);
    }

    @Test
    void refusesAnotherNumberOfBytesThanTheShapeHas() {
        assertThatThrownBy(() -> new Tensor(DType.F32, new long[] {2, 3}, ByteBuffer.allocate(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A F32 tensor of shape [2, 3] has 24 bytes, not 20");
    }

    @Test
    void refusesShapesThatNoMemoryCanHold() {
        assertThatThrownBy(() -> Tensor.elementCount(1L << 33, 1L << 33)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Tensor.elementCount(4, -6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Negative dimension in shape [4, -6]");
    }

    @Test
    void usesOnlyTheRemainingBytesOfTheBuffer() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}).position(1).limit(3);

        assertThat(new Tensor(DType.U8, new long[] {2}, bytes).toFloats()).containsExactly(1, 2);
    }

    @Test
    void cannotBeChangedThroughWhatItHandsOut() {
        Tensor tensor = Tensor.of(new float[] {1, 2}, 2);

        tensor.shape()[0] = 7;
        tensor.data().position(4);

        assertThat(tensor.shape()).containsExactly(2);
        assertThat(tensor.data().position()).isZero();
        assertThat(tensor.data().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> tensor.data().putFloat(0, 7)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void copiesTheShapeAndFloatsItIsMadeOf() {
        float[] values = {1, 2};
        long[] shape = {2};
        Tensor tensor = Tensor.of(values, shape);

        values[0] = 7;
        shape[0] = 7;

        assertThat(tensor.toFloats()).containsExactly(1, 2);
        assertThat(tensor.shape()).containsExactly(2);
    }
}
