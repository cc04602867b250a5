/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** Readers of text labels, with small label files in the published formats. */
class DatasetsTest {

    @TempDir
    private Path root;

    private DatasetFolder folder;

    @BeforeEach
    void useRoot() {
        folder = new DatasetFolder(root);
    }

    @Test
    void tidNamesAreMatchedWhateverTheirCase() throws IOException {
        folder.text("mos_with_names.txt", "5.51429 I01_01_1.bmp", "0.25 i25_24_5.bmp")
                .text("mos_std.txt", "0.13013", "0.2")
                .images("reference_images/I01.BMP", "reference_images/i25.bmp")
                .images("distorted_images/i01_01_1.bmp", "distorted_images/I25_24_5.BMP");

        Dataset dataset = Datasets.open("tid2013", root);

        assertThat(dataset.pairs())
                .containsExactly(
                        new RatedPair(
                                root.resolve("reference_images/I01.BMP"),
                                root.resolve("distorted_images/i01_01_1.bmp"),
                                OptionalDouble.of(5.51429),
                                OptionalDouble.of(0.13013),
                                "additive Gaussian noise",
                                OptionalInt.of(1)),
                        new RatedPair(
                                root.resolve("reference_images/i25.bmp"),
                                root.resolve("distorted_images/I25_24_5.BMP"),
                                OptionalDouble.of(0.25),
                                OptionalDouble.of(0.2),
                                "sparse sampling and reconstruction",
                                OptionalInt.of(5)));
        assertThat(dataset.missingFiles().isEmpty()).isTrue();
        assertThat(dataset.notes())
                .containsExactly("Expected 3000 distorted images of 25 references in TID2013, but found 2 of 2: figures"
                        + " are not comparable with published ones.");
    }

    @Test
    void theFolderAboveTheDatasetWillDo() throws IOException {
        DatasetFolder inside = new DatasetFolder(Files.createDirectories(root.resolve("tid2008")));
        Files.createDirectory(root.resolve("other"));
        inside.text("MOS_with_names.txt", "5 i01_17_4.bmp");

        Dataset dataset = Datasets.open("TID2008", root);

        assertThat(dataset.pairs()).hasSize(1);
        assertThat(dataset.pairs().get(0).distorted()).isEqualTo(root.resolve("tid2008/distorted_images/i01_17_4.bmp"));
        assertThat(dataset.pairs().get(0).mosDeviation()).isEmpty();
        assertThat(dataset.pairs().get(0).distortion()).isEqualTo("contrast change");
    }

    @Test
    void twoDatasetsInOneFolderMustBeChosenFrom() throws IOException {
        folder.text("a/mos_with_names.txt", "5 i01_17_4.bmp").text("b/mos_with_names.txt", "5 i01_17_4.bmp");

        assertThatThrownBy(() -> Datasets.open("tid2008", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected mos_with_names.txt in " + root + ", but found it in " + root.resolve("a")
                        + " and " + root.resolve("b") + ". Choose one.");
    }

    @Test
    void aFolderOfSeveralDatasetsIsSearchedByName() throws IOException {
        folder.text("TID2008/mos_with_names.txt", "5 i01_17_4.bmp")
                .text("tid-2013/mos_with_names.txt", "6 i01_18_4.bmp");

        assertThat(Datasets.open("tid2008", root).pairs().get(0).mos()).hasValue(5);
        assertThat(Datasets.open("tid2013", root).pairs().get(0).mos()).hasValue(6);
    }

    @Test
    void tid2013IsNotTakenForTid2008() throws IOException {
        folder.text("mos_with_names.txt", "5 i01_18_1.bmp");

        assertThatThrownBy(() -> Datasets.open("tid2008", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected distortions 1 to 17, but " + root.resolve("mos_with_names.txt")
                        + " names i01_18_1.bmp. Check whether this is TID2008 or TID2013.");
    }

    @Test
    void deviationsMustBeAsManyAsLabels() throws IOException {
        folder.text("mos_with_names.txt", "5 i01_01_1.bmp").text("mos_std.txt", "0.1", "0.2");

        assertThatThrownBy(() -> Datasets.open("tid2013", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected 1 standard deviations in " + root.resolve("mos_std.txt")
                        + ", as many as labels in mos_with_names.txt, but found 2. Restore the published files, or remove"
                        + " mos_std.txt.");
    }

    @Test
    void missingImagesAndImagesWithoutLabelAreListed() throws IOException {
        folder.text("mos_with_names.txt", "5 i01_01_1.bmp", "4 i01_01_2.bmp")
                .images("reference_images/I01.BMP", "distorted_images/i01_01_1.bmp", "distorted_images/i01_01_3.bmp");

        Dataset dataset = Datasets.open("tid2013", root);

        assertThat(dataset.missingFiles())
                .hasToString("Expected 3 image files, but 1 is missing: "
                        + root.resolve("distorted_images/i01_01_2.bmp") + ".");
        assertThat(dataset.notes())
                .contains("Expected a label for each image, but found none for 1: "
                        + root.resolve("distorted_images/i01_01_3.bmp") + ".");
    }

    @Test
    void everyMalformedLabelIsNamed() throws IOException {
        folder.text("mos_with_names.txt", "5 i01_01_1.bmp", "", "high i01_01_2.bmp", "5,5 i01_01_3.bmp");

        assertThatThrownBy(() -> Datasets.open("tid2013", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected lines of the form '5.5 i01_02_3.bmp' in " + root.resolve("mos_with_names.txt")
                        + ", but line 3 is 'high i01_01_2.bmp'; line 4 is '5,5 i01_01_3.bmp'. Restore the published"
                        + " file.");
    }

    @Test
    void anImageWithTwoLabelsIsRefused() throws IOException {
        folder.text("mos_with_names.txt", "5 i01_01_1.bmp", "4 I01_01_1.BMP").images("distorted_images/i01_01_1.bmp");

        assertThatThrownBy(() -> Datasets.open("tid2013", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected one label for each image of " + root + ", but found several for "
                        + root.resolve("distorted_images/i01_01_1.bmp") + ". Restore the published labels.");
    }

    @Test
    void kadidIsHigherForBetterImagesAsItIs() throws IOException {
        folder.text("dmos.csv", "dist_img,ref_img,dmos,var", "I01_01_01.png,I01.png,4.57,0.496")
                .images("images/I01.png", "images/I01_01_01.png", "images/I02.png");

        Dataset dataset = Datasets.open("KADID-10k", root);

        assertThat(dataset.pairs())
                .containsExactly(new RatedPair(
                        root.resolve("images/I01.png"),
                        root.resolve("images/I01_01_01.png"),
                        OptionalDouble.of(4.57),
                        OptionalDouble.of(0.496),
                        "Gaussian blur",
                        OptionalInt.of(1)));
        assertThat(dataset.notes())
                .contains("Expected a label for each image, but found none for 1: " + root.resolve("images/I02.png")
                        + ".");
    }

    @Test
    void kadidWithAnotherHeaderOrReferenceIsRefused() throws IOException {
        folder.text("dmos.csv", "a,b", "I01_01_01.png,I02.png,4.57,0.496");

        assertThatThrownBy(() -> Datasets.open("kadid10k", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected lines of the form I01_02_03.png,I01.png,4.5,0.5 in " + root.resolve("dmos.csv")
                        + ", but line 1 is not dist_img,ref_img,dmos,var; line 2 is"
                        + " 'I01_01_01.png,I02.png,4.57,0.496'. Restore the published file.");
    }

    @Test
    void pipalLabelsAreReadOfEveryFileAndImagesFoundInEveryFolder() throws IOException {
        folder.text("Train_Label/A0001.txt", "A0001_00_00.bmp,1520.0648")
                .text("Train_Label/A0002.txt", "A0002_06_01.bmp,1410")
                .images("Train_Ref/A0001.bmp", "Train_Ref/A0002.bmp")
                .images("Distortion_1/A0001_00_00.bmp", "Distortion_4/A0002_06_01.bmp");

        Dataset dataset = Datasets.open("pipal", root);

        assertThat(dataset.pairs())
                .containsExactly(
                        new RatedPair(
                                root.resolve("Train_Ref/A0001.bmp"),
                                root.resolve("Distortion_1/A0001_00_00.bmp"),
                                OptionalDouble.of(1520.0648),
                                OptionalDouble.empty(),
                                "type 00",
                                OptionalInt.empty()),
                        new RatedPair(
                                root.resolve("Train_Ref/A0002.bmp"),
                                root.resolve("Distortion_4/A0002_06_01.bmp"),
                                OptionalDouble.of(1410),
                                OptionalDouble.empty(),
                                "type 06",
                                OptionalInt.empty()));
        assertThat(dataset.missingFiles().isEmpty()).isTrue();
    }

    @Test
    void pipalLabelsMayBeOneFileWithBlanksAndImagesMerged() throws IOException {
        folder.text("pipal_train_all.txt", "A0001_00_00.bmp, 1520.0648")
                .images("Train_Ref/A0001.bmp", "Train_Dis/A0001_00_00.bmp");

        Dataset dataset = Datasets.open("pipal", root);

        assertThat(dataset.pairs().get(0).mos()).hasValue(1520.0648);
        assertThat(dataset.missingFiles().isEmpty()).isTrue();
    }

    @Test
    void pipalValidationHasFoldersOfItsOwn() throws IOException {
        folder.text("pipal_val.txt", "A0005_10_00.bmp, 1238.7325")
                .images("Val_Ref/A0005.bmp", "Val_Distort/A0005_10_00.bmp");

        Dataset dataset = Datasets.open("pipal-val", root);

        assertThat(dataset.pairs().get(0).distorted()).isEqualTo(root.resolve("Val_Distort/A0005_10_00.bmp"));
        assertThat(dataset.pairs().get(0).distortion()).isEqualTo("type 10");
    }

    @Test
    void pipalWithoutLabelsSaysWhereTheyAreExpected() throws IOException {
        folder.images("Train_Ref/A0001.bmp");

        assertThatThrownBy(() -> Datasets.open("pipal", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected labels as text files in " + root.resolve("Train_Label")
                        + ", or as one text file with 'train' in its name in " + root
                        + ", but found none. Complete the dataset.");
    }

    @Test
    void theChallengeHasPairsWithoutOpinions() throws IOException {
        folder.images("NTIRE2022_FR_Testing_Ref/A0000.bmp", "NTIRE2022_FR_Testing_Dis/A0000_10_00.bmp")
                .text("NTIRE2022_FR_Testing_Dis/readme.txt", "");

        Dataset dataset = Datasets.open("ntire2022", root);

        assertThat(dataset.pairs())
                .containsExactly(new RatedPair(
                        root.resolve("NTIRE2022_FR_Testing_Ref/A0000.bmp"),
                        root.resolve("NTIRE2022_FR_Testing_Dis/A0000_10_00.bmp"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "type 10",
                        OptionalInt.empty()));
        assertThat(dataset.notes())
                .contains("Expected names such as A0001_10_02.bmp, but found "
                        + root.resolve("NTIRE2022_FR_Testing_Dis/readme.txt") + ", which is left out.");
    }

    @Test
    void anyOtherDatasetIsAManifest() throws IOException {
        folder.text("labels.csv", "reference,distorted,mos", "a.png,b.png,3");

        assertThat(Datasets.open("csv", root)).isEqualTo(Datasets.open("csv", root.resolve("labels.csv")));
        assertThat(Datasets.open("csv", root).pairs().get(0).mos()).hasValue(3);
        assertThat(Datasets.open("csv", root).notes()).isEmpty();
    }

    @Test
    void aFolderOfSeveralManifestsIsRefused() throws IOException {
        folder.text("a.csv", "").text("b.csv", "");

        assertThatThrownBy(() -> Datasets.open("csv", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected one CSV file in " + root + ", but found [" + root.resolve("a.csv") + ", "
                        + root.resolve("b.csv") + "]. Give the file itself.");
    }

    @Test
    void anUnknownDatasetIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Datasets.open("coco", root))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected a dataset out of live, csiq, tid2013, tid2008, kadid10k, pipal, pipal-val, ntire2022,"
                                + " csv, but found 'coco'. Use csv for images of your own.");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = root.resolve("missing");

        assertThatThrownBy(() -> Datasets.open("live", missing))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected the folder of LIVE, but " + missing + " does not exist. Check the path.");
    }

    @Test
    void aFolderOfAnotherLayoutSaysWhatWasExpected() {
        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected csiq.DMOS.xlsx or csiq.beta.xlsx or csiq_label.txt in " + root
                        + ", but found none. Check the folder.");
    }

    @Test
    void everyDatasetButTheUsersOwnIsCited() {
        assertThat(Datasets.descriptions())
                .filteredOn(description -> !description.name().equals("csv"))
                .hasSize(8)
                .allSatisfy(description -> assertThat(description.citation()).matches(".*, .*\\d{4}.*"));
    }
}
