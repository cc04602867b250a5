/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** Archives as files, opened by DJL alone as another program would. */
class ScriptArchiveLoadTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startEngine() {
        CompactNetworks.cpu();
    }

    private Model load(ScriptArchive archive) throws Exception {
        Path file = folder.resolve("net.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            archive.write(out);
        }
        Model model = Model.newInstance("net", Device.cpu(), "PyTorch");
        model.load(file);
        return model;
    }

    private static float[][] forward(Model model, NDList inputs) throws Exception {
        try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null));
                NDList outputs = predictor.predict(inputs)) {
            return outputs.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
        }
    }

    static List<Architecture> architectures() {
        return List.of(CompactArchitecture.patch8(), CompactArchitecture.patch16());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theExportedNetworkGivesTheSameBits(Architecture architecture) throws Exception {
        int batch = 2;
        float[][] outputs;
        try (Model model = load(CompactNetworks.model(architecture).archive());
                NDManager manager = model.getNDManager().newSubManager()) {
            outputs = forward(
                    model,
                    new NDList(images(manager, architecture, 1, batch), images(manager, architecture, 2, batch)));
        }

        List<CropOutput> expected;
        try (Network network = CompactNetworks.open(architecture, batch);
                ReferenceCrops reference = network.reference(CompactNetworks.crops(architecture, 1), batch, false)) {
            expected = network.compare(reference, CompactNetworks.crops(architecture, 2), Progress.NONE);
        }
        int patches = architecture.grid() * architecture.grid();
        for (int i = 0; i < batch; i++) {
            assertThat(outputs[0][i]).isEqualTo(expected.get(i).score());
            for (int patch = 0; patch < patches; patch++) {
                assertThat(outputs[1][i * patches + patch])
                        .isEqualTo(expected.get(i).patchScores()[patch]);
                assertThat(outputs[2][i * patches + patch])
                        .isEqualTo(expected.get(i).patchWeights()[patch]);
            }
        }
    }

    private static NDArray images(NDManager manager, Architecture architecture, int seed, int batch) {
        int crop = architecture.crop();
        int cropFloats = 3 * crop * crop;
        float[] pixels = new float[batch * cropFloats];
        for (int i = 0; i < batch; i++) {
            CompactNetworks.crops(architecture, seed).read(i, pixels, i * cropFloats);
        }
        Normalization.PUBLISHED.apply(pixels, 0, pixels.length);
        return manager.create(pixels, new Shape(batch, 3, crop, crop));
    }

    private static final String ALL_TYPES =
            """
            class AllTypes(Module):
              __parameters__ = []
              __buffers__ = ["F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL", ]
              training : bool
              F64 : Tensor
              F32 : Tensor
              F16 : Tensor
              BF16 : Tensor
              I64 : Tensor
              I32 : Tensor
              I16 : Tensor
              I8 : Tensor
              U8 : Tensor
              BOOL : Tensor
              big : int
              negative : int

              def forward(self: __torch__.test.types.AllTypes, x: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
                tensors = [self.F64, self.F32, self.F16, self.BF16, self.I64, self.I32, self.I16, self.I8, self.U8, self.BOOL]
                values = annotate(List[Tensor], [])
                types = annotate(List[int], [])
                for i in range(torch.len(tensors)):
                  tensor = tensors[i]
                  values = torch.append(values, torch.to(tensor, 6))
                  types = torch.append(types, ops.prim.dtype(tensor))
                numbers = torch.tensor([torch.sub(self.big, 4294967296), self.negative])
                return (torch.stack(values), torch.to(torch.tensor(types), 6), torch.to(numbers, 6))
            """;

    @Test
    void tensorsOfEveryTypeAndIntegersOfAnySizeAreRead() throws Exception {
        ScriptModule module = new ScriptModule("test.types.AllTypes");
        for (DType type : DType.values()) {
            module.set(type.name(), oneAndZero(type));
        }
        module.set("big", (1L << 32) + 5).set("negative", -300);

        float[][] outputs;
        try (Model model = load(new ScriptArchive("types", module, Map.of("test/types.py", ALL_TYPES)));
                NDManager manager = model.getNDManager().newSubManager()) {
            outputs = forward(model, new NDList(manager.create(0f)));
        }

        assertThat(outputs[0]).hasSize(20);
        for (int i = 0; i < 10; i++) {
            assertThat(outputs[0][2 * i]).as("%s", DType.values()[i]).isEqualTo(1);
            assertThat(outputs[0][2 * i + 1]).as("%s", DType.values()[i]).isEqualTo(0);
        }
        // c10::ScalarType: Double, Float, Half, BFloat16, Long, Int, Short, Char, Byte, Bool
        assertThat(outputs[1]).containsExactly(7, 6, 5, 15, 4, 3, 2, 1, 0, 11);
        assertThat(outputs[2]).containsExactly(5, -300);
    }

    private static Tensor oneAndZero(DType type) {
        ByteBuffer data = ByteBuffer.allocate(2 * type.sizeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case F64 -> data.putDouble(1);
            case F32 -> data.putFloat(1);
            case F16 -> data.putShort((short) 0x3c00);
            case BF16 -> data.putShort((short) 0x3f80);
            default -> data.put((byte) 1);
        }
        return new Tensor(type, new long[] {2}, data.rewind());
    }
}
