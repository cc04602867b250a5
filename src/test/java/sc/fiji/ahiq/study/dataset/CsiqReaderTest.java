/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class CsiqReaderTest {

    private static final String HEADER = row(4, "image", "dst_idx", "dst_type", "dst_lev", "dmos_std", "dmos");

    @TempDir
    private Path root;

    @Test
    void rowsOfTheSheetBecomeNegatedOpinions() throws IOException {
        writeWorkbook(
                "csiq.DMOS.xlsx",
                "all_by_image",
                HEADER + row(5, 1600, 1, "noise", 1, 0.06, 0.25) + row(6, "cactus", 3, "jpeg 2000", 5, 0.0, 0.785));
        new DatasetFolder(root)
                .images("src_imgs/1600.png", "src_imgs/cactus.png")
                .images("dst_imgs/AWGN/1600.AWGN.1.png", "dst_imgs/jpeg2000/cactus.JPEG2000.5.png");

        Dataset dataset = Datasets.open("csiq", root);

        assertThat(dataset.pairs())
                .containsExactly(
                        new RatedPair(
                                root.resolve("src_imgs/1600.png"),
                                root.resolve("dst_imgs/AWGN/1600.AWGN.1.png"),
                                OptionalDouble.of(-0.25),
                                OptionalDouble.of(0.06),
                                "noise",
                                OptionalInt.of(1)),
                        new RatedPair(
                                root.resolve("src_imgs/cactus.png"),
                                root.resolve("dst_imgs/jpeg2000/cactus.JPEG2000.5.png"),
                                OptionalDouble.of(-0.785),
                                OptionalDouble.of(0),
                                "jpeg 2000",
                                OptionalInt.of(5)));
        assertThat(dataset.missingFiles().isEmpty()).isTrue();
    }

    @Test
    void linesOfTheTextBecomeTheSamePairs() throws IOException {
        writeWorkbook("csiq.beta.xlsx", "all_by_image", HEADER + row(5, 1600, 1, "noise", 1, 0.06, 0.25));
        RatedPair ofSheet = Datasets.open("csiq", root).pairs().get(0);
        Files.delete(root.resolve("csiq.beta.xlsx"));
        new DatasetFolder(root).text("csiq_label.txt", "1600.AWGN.1.png 0.25");

        RatedPair ofText = Datasets.open("csiq", root).pairs().get(0);

        assertThat(ofText)
                .isEqualTo(new RatedPair(
                        ofSheet.reference(),
                        ofSheet.distorted(),
                        ofSheet.mos(),
                        OptionalDouble.empty(),
                        ofSheet.distortion(),
                        ofSheet.level()));
        assertThat(ofText.distorted()).isEqualTo(root.resolve("dst_imgs/awgn/1600.AWGN.1.png"));
    }

    @Test
    void noDifferenceIsPlainZero() throws IOException {
        new DatasetFolder(root).text("csiq_label.txt", "1600.AWGN.1.png 0.0");

        assertThat(Datasets.open("csiq", root).pairs().get(0).mos()).hasValue(0.0);
    }

    @Test
    void aWorkbookWithoutTheSheetIsRefused() throws IOException {
        writeWorkbook("csiq.DMOS.xlsx", "all_by_distortion", HEADER);

        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected a sheet all_by_image in " + root.resolve("csiq.DMOS.xlsx")
                        + ", but there is none. Restore the published file.");
    }

    @Test
    void aSheetWithOtherColumnsIsRefused() throws IOException {
        writeWorkbook("csiq.DMOS.xlsx", "all_by_image", row(4, "image", "dmos") + row(5, 1600, 0.25));

        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected rows below a header with image, dst_type, dst_lev, dmos_std, dmos in sheet"
                        + " all_by_image of " + root.resolve("csiq.DMOS.xlsx")
                        + ", but found none. Restore the published file.");
    }

    @Test
    void anUnknownDistortionIsRefused() throws IOException {
        writeWorkbook("csiq.DMOS.xlsx", "all_by_image", HEADER + row(5, 1600, 1, "webp", 1, 0.06, 0.25));

        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected dst_type out of noise, blur, contrast, fnoise, jpeg, jpeg 2000 in row 5 of "
                        + root.resolve("csiq.DMOS.xlsx") + ", but found 'webp'. Restore the published file.");
    }

    @Test
    void aRowWithoutNumbersIsRefused() throws IOException {
        writeWorkbook("csiq.DMOS.xlsx", "all_by_image", HEADER + row(5, 1600, 1, "noise", 1, 0.06, "n/a"));

        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Expected numbers in row 5 of sheet all_by_image in "
                        + root.resolve("csiq.DMOS.xlsx") + ", but found ");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        new DatasetFolder(root).text("csiq.DMOS.xlsx", "image,dmos");

        assertThatThrownBy(() -> Datasets.open("csiq", root))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Expected an Excel workbook, but " + root.resolve("csiq.DMOS.xlsx"))
                .hasMessageEndingWith("Restore the published file.");
    }

    /** Cells from column D on, where CSIQ's stand. */
    private static String row(int number, Object... values) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            String place = (char) ('D' + i) + Integer.toString(number);
            cells.append(
                    values[i] instanceof Number
                            ? "<c r=\"" + place + "\"><v>" + values[i] + "</v></c>"
                            : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + values[i] + "</t></is></c>");
        }
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private void writeWorkbook(String name, String sheet, String rows) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        try (OutputStream file = Files.newOutputStream(root.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + types + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type
                            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type
                            + "worksheet+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packageRelations + "\"><Relationship Id=\"rId1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\"><sheets><sheet name=\"" + sheet
                            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + packageRelations + "\"><Relationship Id=\"rId1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
