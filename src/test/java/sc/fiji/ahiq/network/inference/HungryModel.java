/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Map;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * A network that asks PyTorch for a petabyte for each crop of a batch beyond those that fit. The score of a crop is the
 * mean of its image.
 */
record HungryModel(int fitting) implements AhiqModel {

    private static final String SOURCE =
            """
            class Hungry(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              fitting : int
              def encode(self: __torch__.test.hungry.Hungry, image: Tensor) -> Tensor:
                beyond = torch.sub(torch.size(image, 0), self.fitting)
                return torch.zeros([torch.mul(ops.prim.max(beyond, 0), 281474976710656)])
              def compare(self: __torch__.test.hungry.Hungry, image: Tensor, nothing: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
                means = torch.mean(image, [1, 2, 3])
                return (means, means, means)
            """;

    @Override
    public ModelCard card() {
        return CompactNetworks.model(CompactArchitecture.patch8()).card();
    }

    @Override
    public Tensor tensor(String name) {
        throw new IllegalArgumentException("It has no " + name);
    }

    @Override
    public ScriptArchive archive() {
        ScriptModule module = new ScriptModule("test.hungry.Hungry").set("fitting", fitting);
        return new ScriptArchive("hungry", module, Map.of("test/hungry.py", SOURCE));
    }
}
