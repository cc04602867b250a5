/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.UsageException;

class FolderPairsTest {

    @TempDir
    private Path root;

    private Path references;
    private Path distorted;

    @BeforeEach
    void makeFolders() throws IOException {
        references = Files.createDirectory(root.resolve("references"));
        distorted = Files.createDirectory(root.resolve("distorted"));
    }

    @Test
    void equalStemsArePairedWhateverTheirEndings() throws IOException {
        put(references, "b.tif", "a.png");
        put(distorted, "a.jpg", "b.PNG");

        PairList list = byStem();

        assertThat(list.pairs()).containsExactly(pair("a.png", "a.jpg"), pair("b.tif", "b.PNG"));
        assertThat(list.notes()).isEmpty();
    }

    @Test
    void imagesWithoutPartnerAreNotedAndNotPairedByTheirOrder() throws IOException {
        put(references, "a.png", "c.png");
        put(distorted, "a.png", "d.png");

        PairList list = byStem();

        assertThat(list.pairs()).containsExactly(pair("a.png", "a.png"));
        assertThat(list.notes())
                .containsExactly("distorted image d.png has no reference", "reference c.png has no distorted image");
    }

    @Test
    void ambiguousStemsAreNotedAndNotPaired() throws IOException {
        put(references, "a.png", "a.bmp", "b.png", "c.png");
        put(distorted, "a.png", "b.png", "b.jpg", "c.png");

        PairList list = byStem();

        assertThat(list.pairs()).containsExactly(pair("c.png", "c.png"));
        assertThat(list.notes())
                .containsExactly(
                        "distorted image a.png fits several references: a.bmp, a.png",
                        "distorted image b.jpg is one of several of its reference: b.jpg, b.png",
                        "distorted image b.png is one of several of its reference: b.jpg, b.png");
    }

    @Test
    void aTemplateGivesAReferenceSeveralImages() throws IOException {
        put(references, "a.png", "b.png");
        put(distorted, "b_1.png", "a_2.png", "a_10.png", "a.png");

        PairList list = byTemplate("{ref}_*.png");

        assertThat(list.pairs())
                .containsExactly(pair("a.png", "a_10.png"), pair("a.png", "a_2.png"), pair("b.png", "b_1.png"));
        assertThat(list.notes()).containsExactly("distorted image a.png has no reference");
    }

    @Test
    void anImageThatFitsTheTemplateOfTwoReferencesIsNotedAndNotPaired() throws IOException {
        put(references, "a.png", "a_b.png");
        put(distorted, "a_b_1.png", "a_1.png");

        PairList list = byTemplate("{ref}_*.png");

        assertThat(list.pairs()).containsExactly(pair("a.png", "a_1.png"));
        assertThat(list.notes()).containsExactly("distorted image a_b_1.png fits several references: a.png, a_b.png");
    }

    @Test
    void nothingButTheStarIsSpecialInTemplatesAndNames() throws IOException {
        put(references, "a+(1).png", "aa1.png");
        put(distorted, "x.a+(1)[q].png", "x-aa1[q].png");

        PairList list = byTemplate("*.{ref}[q].png");

        assertThat(list.pairs()).containsExactly(pair("a+(1).png", "x.a+(1)[q].png"));
    }

    @Test
    void hiddenFilesFoldersAndFilesThatAreNoImagesAreNoPartners() throws IOException {
        put(references, "a.png", ".b.png", "c.txt");
        put(distorted, "a.png", "Thumbs.db");
        Files.createDirectory(distorted.resolve("d.png"));

        PairList list = byStem();

        assertThat(list.pairs()).containsExactly(pair("a.png", "a.png"));
        assertThat(list.notes()).isEmpty();
    }

    @Test
    void noPairAtAllIsAnError() throws IOException {
        put(references, "a.png");
        put(distorted, "a_1.png");

        assertThatThrownBy(this::byStem)
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected pairs of images in " + references + " and " + distorted
                        + " with the same names but for their endings, but found none: distorted image a_1.png has no"
                        + " reference; reference a.png has no distorted image. Check the folders, give a template such"
                        + " as {ref}_*.png, or list the pairs in a CSV manifest.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.png", "{ref}_{ref}.png", "sub/{ref}.png", "sub\\{ref}.png", ""})
    void aTemplateWithoutTheReferenceOnceIsRefused(String template) {
        assertThatThrownBy(() -> byTemplate(template))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a template for the names of distorted images with {ref} once and no folder, such"
                        + " as {ref}_*.png, but found '" + template + "'.");
    }

    @Test
    void oneReferenceServesAllOtherImagesOfAFolder() throws IOException {
        put(distorted, "b.png", "a.tif", "clean.png", "notes.txt");
        Path clean = distorted.resolve("clean.png");

        PairList list = FolderPairs.ofOneReference(clean, distorted);

        assertThat(list.pairs())
                .containsExactly(
                        RatedPair.unrated(clean, distorted.resolve("a.tif")),
                        RatedPair.unrated(clean, distorted.resolve("b.png")));
        assertThat(list.notes()).isEmpty();
    }

    @Test
    void oneReferenceAloneIsNoPair() throws IOException {
        put(distorted, "clean.png");

        assertThatThrownBy(() -> FolderPairs.ofOneReference(distorted.resolve("clean.png"), distorted))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected distorted images (png, jpg, bmp, gif, tif, pgm, ppm, jp2, webp, zarr) in "
                        + distorted + ", but found none. Check the folder.");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = root.resolve("missing");

        assertThatThrownBy(() -> FolderPairs.of(references, missing, Optional.empty()))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected a folder of images, but " + missing + " cannot be listed: there is no file "
                        + missing + ". Check the path.");
    }

    @Test
    void oneFolderForBothIsRefused() {
        assertThatThrownBy(() -> FolderPairs.of(references, references, Optional.empty()))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected references and distorted images in different folders, but found " + references
                        + " twice. Move them apart, or list the pairs in a CSV manifest.");
    }

    private PairList byStem() {
        return FolderPairs.of(references, distorted, Optional.empty());
    }

    private PairList byTemplate(String template) {
        return FolderPairs.of(references, distorted, Optional.of(template));
    }

    private RatedPair pair(String reference, String image) {
        return RatedPair.unrated(references.resolve(reference), distorted.resolve(image));
    }

    private static void put(Path folder, String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}
