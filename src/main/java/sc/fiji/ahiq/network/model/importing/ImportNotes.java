/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModels;

/**
 * What is suspicious about files whose names and shapes are right. Other trainings of the same ResNet and Vision
 * Transformer fit as well and give wrong scores; values are not known by which they could be told apart, so this looks
 * at hashes, names and what a file says about itself.
 */
final class ImportNotes {

    private static final Pattern HEADS_PATCH = Pattern.compile("vit[_-]?(?:p|b)?(8|16)(?!\\d)");
    private static final List<String> PUBLISHED_VIT = List.of(
            "augreg_in21k_ft_in1k",
            "i21k-300ep-lr_0.001-aug_medium1-wd_0.1-do_0.0-sd_0.0--imagenet2012-steps_20k-lr_0.01-res_224");
    private static final int CLASSES = 1000;

    private final List<String> notes = new ArrayList<>();

    private ImportNotes() {}

    static List<String> of(SourceFiles files, Architecture architecture) {
        ImportNotes notes = new ImportNotes();
        notes.notes.addAll(files.notes());
        notes.checkHashes(files);
        if (files.has(Part.VIT)) {
            notes.checkHeads(files.get(Part.AHIQ), architecture);
            notes.checkVit(files.get(Part.VIT));
        }
        return List.copyOf(notes.notes);
    }

    /** The heads for both patch sizes have the same shapes. */
    private void checkHeads(SourceFile ahiq, Architecture architecture) {
        Matcher name = HEADS_PATCH.matcher(ahiq.fileName());
        int patch = architecture.vit().patch();
        if (name.find() && Integer.parseInt(name.group(1)) != patch) {
            notes.add("By its name, " + ahiq.fileName() + " was trained with a Vision Transformer of patch size "
                    + name.group(1) + ", but the one given has " + patch + ". Together they give wrong scores.");
        }
    }

    private void checkHashes(SourceFiles files) {
        Optional<OfficialModel> official =
                OfficialModels.withHeads(files.get(Part.AHIQ).sha256());
        if (official.isEmpty()) {
            return;
        }
        for (Part part : List.of(Part.CNN, Part.VIT)) {
            OfficialModel.OfficialFile expected = official.get().file(part.key());
            SourceFile found = files.get(part);
            if (expected.contradicts(found.sha256())) {
                notes.add(found.fileName() + " is not " + expected.file() + ", with which the heads were trained"
                        + " (SHA-256 " + found.sha256() + ", not " + expected.sha256()
                        + "). The same weights may be saved in another format; other weights give wrong scores.");
            }
        }
    }

    private void checkVit(SourceFile vit) {
        String told = vit.path().toAbsolutePath() + " " + vit.metadata();
        if (told.contains("augreg2")) {
            notes.add(Printable.of(vit.path())
                    + " looks like the augreg2 Vision Transformer, today's default of timm. The"
                    + " published heads were trained with augreg_in21k_ft_in1k; with augreg2 their scores are wrong.");
        } else if (PUBLISHED_VIT.stream().noneMatch(told::contains)) {
            notes.add("Neither name nor metadata of " + vit.fileName()
                    + " tell which training of the Vision Transformer it"
                    + " is. The published heads need augreg_in21k_ft_in1k; timm's default is now augreg2, which has the"
                    + " same names and shapes but gives wrong scores.");
        }
        SourceTensor head = vit.tensors().get("head.weight");
        if (head != null && head.info().shape().length > 0 && head.info().shape()[0] != CLASSES) {
            notes.add(vit.fileName() + " classifies " + head.info().shape()[0] + " classes, not the " + CLASSES
                    + " of ImageNet-1k: it is not the fine-tuned Vision Transformer that the published heads need.");
        }
    }
}
