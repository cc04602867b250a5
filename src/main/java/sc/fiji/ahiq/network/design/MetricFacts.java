/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;

/**
 * What is published of a metric.
 *
 * @param label how papers call it
 * @param citation authors, title, where and when
 * @param score meaning of the score, for model cards
 * @param lowerIsBetter which scores are good
 * @param lowest lower end of the range of scores, or negative infinity
 * @param minimumSize smallest width and height in pixels
 * @param variants ways to choose and scale what is compared; the first is the usual one
 * @param licence of the published files, as far as they tell it
 */
public record MetricFacts(
        String label,
        String citation,
        String score,
        boolean lowerIsBetter,
        double lowest,
        int minimumSize,
        List<String> variants,
        String licence) {

    private static final String BACKBONE = "; the backbone is torchvision's (code BSD-3-Clause), trained on ImageNet";

    static MetricFacts lpips(String net, int minimumSize) {
        return new MetricFacts(
                "LPIPS (" + net + ")",
                "R. Zhang, P. Isola, A. A. Efros, E. Shechtman, O. Wang: The unreasonable effectiveness of deep features as"
                        + " a perceptual metric. CVPR, 2018",
                "0 for identical images, usually below 1; lower is better",
                true,
                0,
                minimumSize,
                List.of("full"),
                "BSD-2-Clause (heads)" + BACKBONE);
    }

    static MetricFacts shiftTolerant(String net, int minimumSize) {
        return new MetricFacts(
                "ST-LPIPS (" + net + ")",
                "A. Ghildyal, F. Liu: Shift-tolerant perceptual similarity metric. ECCV, 2022",
                "0 for identical images, usually below 1; lower is better",
                true,
                0,
                minimumSize,
                List.of("full"),
                "BSD-2-Clause");
    }

    static MetricFacts dists() {
        return new MetricFacts(
                "DISTS",
                "K. Ding, K. Ma, S. Wang, E. P. Simoncelli: Image quality assessment: unifying structure and texture"
                        + " similarity. IEEE Transactions on Pattern Analysis and Machine Intelligence 44(5), 2022",
                "0 for identical images, about 0 to 1; lower is better",
                true,
                0,
                1,
                List.of("full", "resize256"),
                "MIT (alpha and beta)" + BACKBONE);
    }

    static MetricFacts pieApp() {
        return new MetricFacts(
                "PieAPP",
                "E. Prashnani, H. Cai, Y. Mostofi, P. Sen: PieAPP: perceptual image-error assessment through pairwise"
                        + " preference. CVPR, 2018",
                "near 0 for identical images, may be negative; lower is better",
                true,
                Double.NEGATIVE_INFINITY,
                64,
                List.of("dense", "sparse", "grid27"),
                "modified BSD-2-Clause, non-commercial (repository); none is told for the weights");
    }

    static MetricFacts wadiqam() {
        return new MetricFacts(
                "WaDIQaM-FR",
                "S. Bosse, D. Maniry, K.-R. Mueller, T. Wiegand, W. Samek: Deep neural networks for no-reference and"
                        + " full-reference image quality assessment. IEEE Transactions on Image Processing 27(1), 2018",
                "about -1 to 0.1, trained on KADID-10k; higher is better",
                false,
                Double.NEGATIVE_INFINITY,
                33,
                List.of("pyiqa", "all_patches"),
                "not told by the imported files; that of their source");
    }

    static MetricFacts iqt(String data, int crop) {
        return new MetricFacts(
                "IQT (" + data + ")",
                "M. Cheon, S.-J. Yoon, B. Kang, J. Lee: Perceptual image quality assessment with transformers. CVPR"
                        + " Workshops, 2021",
                "on the scale of the training's MOS; higher is better",
                false,
                Double.NEGATIVE_INFINITY,
                crop + 1,
                List.of("grid20", "random20"),
                "not told by the imported files; that of their source");
    }

    static MetricFacts niqe() {
        return new MetricFacts(
                "NIQE",
                "A. Mittal, R. Soundararajan, A. C. Bovik: Making a completely blind image quality analyzer. IEEE Signal"
                        + " Processing Letters 20(3), 2013",
                "about 2 to 20, of one image without its reference; lower is better",
                true,
                0,
                96,
                List.of("release", "pyiqa"),
                "that of LIVE: free use with notice and citation");
    }

    static MetricFacts brisque() {
        return new MetricFacts(
                "BRISQUE",
                "A. Mittal, A. K. Moorthy, A. C. Bovik: No-reference image quality assessment in the spatial domain. IEEE"
                        + " Transactions on Image Processing 21(12), 2012",
                "about 0 to 100, sometimes beyond, of one image without its reference; lower is better",
                true,
                Double.NEGATIVE_INFINITY,
                16,
                List.of("release", "pyiqa", "matlab"),
                "that of LIVE: free use with notice and citation");
    }

    static MetricFacts nrqm() {
        return new MetricFacts(
                "NRQM",
                "C. Ma, C.-Y. Yang, X. Yang, M.-H. Yang: Learning a no-reference quality metric for single-image"
                        + " super-resolution. Computer Vision and Image Understanding 158, 2017",
                "about 0 to 10, of one image without its reference; higher is better",
                false,
                Double.NEGATIVE_INFINITY,
                100,
                List.of("release", "pyiqa"),
                "MIT (repository); its code of forests is GPL-2");
    }

    static MetricFacts perceptualIndex() {
        return new MetricFacts(
                "PI",
                "Y. Blau, R. Mechrez, R. Timofte, T. Michaeli, L. Zelnik-Manor: The 2018 PIRM challenge on perceptual"
                        + " image super-resolution. ECCV Workshops, 2018",
                "about 1 to 12, of one image without its reference; lower is better",
                true,
                Double.NEGATIVE_INFINITY,
                108,
                List.of("release", "pyiqa"),
                "those of NRQM and of NIQE");
    }

    static MetricFacts topiq() {
        return new MetricFacts(
                "TOPIQ-FR",
                "C. Chen, J. Mo, J. Hou, H. Wu, L. Liao, W. Sun, Q. Yan, W. Lin: TOPIQ: a top-down approach from semantics"
                        + " to distortions for image quality assessment. IEEE Transactions on Image Processing 33, 2024",
                "about 0 to 1; higher is better",
                false,
                Double.NEGATIVE_INFINITY,
                32,
                List.of("full"),
                "PolyForm-Noncommercial-1.0.0 and NTU S-Lab 1.0 (non-commercial), as pyiqa states");
    }
}
