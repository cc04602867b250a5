/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.io.WebAddress;

class ManifestTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"std", "mos_sd"})
    void rowsBecomePairsWithAllThatTheColumnsSay(String deviation) throws IOException {
        PairList list = read(
                "reference,distorted,mos," + deviation + ",distortion,level\nref/a.png,d/a1.png,3.5,0.25,blur,2\n");

        assertThat(list.notes()).isEmpty();
        assertThat(list.pairs())
                .containsExactly(new RatedPair(
                        folder.resolve("ref/a.png"),
                        folder.resolve("d/a1.png"),
                        OptionalDouble.of(3.5),
                        OptionalDouble.of(0.25),
                        "blur",
                        OptionalInt.of(2)));
    }

    @Test
    void orderAndCaseOfColumnsDoNotMatterNorDoBlanksAroundCells() throws IOException {
        assertThat(read("MOS, Distorted ,reference\r\n -2.5 , b.png , a.png \r\n")
                        .pairs())
                .containsExactly(rated("a.png", "b.png", -2.5));
    }

    @Test
    void aColumnOfTypesIsThatOfDistortions() throws IOException {
        assertThat(read("reference,distorted,type\na.png,b.png,blur\n").pairs())
                .extracting(RatedPair::distortion)
                .containsExactly("blur");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        assertThat(read("\uFEFFreference,distorted\na.png,b.png\n").pairs())
                .containsExactly(RatedPair.unrated(folder.resolve("a.png"), folder.resolve("b.png")));
    }

    @Test
    void quotedNamesMayHoldCommasQuotesAndLetters() throws IOException {
        assertThat(read("reference,distorted\n\"Zürich, \"\"alt\"\".png\",\" b.png\"\n")
                        .pairs())
                .containsExactly(RatedPair.unrated(folder.resolve("Zürich, \"alt\".png"), folder.resolve(" b.png")));
    }

    @Test
    void emptyCellsAreUnknown() throws IOException {
        assertThat(read("reference,distorted,mos,std,distortion,level\na.png,b.png,,,,\n")
                        .pairs())
                .containsExactly(RatedPair.unrated(folder.resolve("a.png"), folder.resolve("b.png")));
    }

    @Test
    void absolutePathsStayAsTheyAre() throws IOException {
        Path image = folder.resolve("elsewhere").resolve("a.png").toAbsolutePath();

        assertThat(read("reference,distorted\n" + image + ",b.png\n")
                        .pairs()
                        .get(0)
                        .reference())
                .isEqualTo(image);
    }

    @Test
    void aRepeatedRowIsLeftOutAndNoted() throws IOException {
        PairList list = read("reference,distorted,mos\na.png,b.png,1\na.png,c.png,2\n\na.png,b.png,1.0\n");

        assertThat(list.pairs()).containsExactly(rated("a.png", "b.png", 1), rated("a.png", "c.png", 2));
        assertThat(list.notes())
                .containsExactly("Line 5 of " + folder.resolve("m.csv") + " repeats line 2 and is left out.");
    }

    @Test
    void onePairWithTwoRatingsIsRefused() {
        assertThatThrownBy(() -> read("reference,distorted,mos\na.png,b.png,1\na.png,b.png,2"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Cannot use " + folder.resolve("m.csv") + ": line 3: expected each pair once, but found the"
                        + " files of line 2 with other ratings. Correct these lines.");
    }

    @Test
    void everyBadCellIsNamedByLineAndColumn() {
        assertThatThrownBy(() -> read("reference,distorted,mos,std,level\n"
                        + "a.png,,1,1,1\na.png,b.png,\"3,5\",1,1\na.png,b.png,1,-1,0\na.png,b.png\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Cannot use " + folder.resolve("m.csv")
                        + ": line 2, column distorted: expected the name of an image file, but found ''"
                        + "; line 3, column mos: expected a number with a decimal point or nothing, but found '3,5'"
                        + "; line 4, column mos_sd: expected a number from 0 or nothing, but found '-1'"
                        + "; line 4, column level: expected a whole number from 1 or nothing, but found '0'"
                        + "; line 5: expected 5 cells, found 2. Correct these lines.");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "1e999"})
    void anOpinionThatIsNotFiniteIsRefused(String mos) {
        assertThatThrownBy(() -> read("reference,distorted,mos\na.png,b.png," + mos + "\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("line 2, column mos: expected a number")
                .hasMessageContaining("but found '" + mos + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference,distorted,mos,MOS         | column 'MOS' is repeated",
                "reference,distorted,type,distortion | column 'distortion' is repeated",
                "reference,mos                       | there is no column 'distorted' besides reference, mos",
                "reference:distorted                 | there is no column 'reference' besides reference:distorted",
                "a.png,b.png                         | there is no column 'reference' besides a.png, b.png"
            })
    void aHeaderThatIsNoneIsRefused(String header, String problem) {
        assertThatThrownBy(() -> read(header + "\na.png,b.png,1,1\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected a first line out of the columns reference,distorted,mos,mos_sd,distortion,level,"
                        + " separated by commas, semicolons or tabs, of which the first two are required, but in "
                        + folder.resolve("m.csv") + " " + problem + ". Correct its first line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commasSemicolonsOrTabsSeparateCells(String separator) throws IOException {
        String text = "reference,Distorted,mos\na.png, \"b,;\t.png\" ,1.5\n";

        assertThat(read(text.replaceAll(",(?!;)", separator)).pairs())
                .containsExactly(rated("a.png", "b,;\t.png", 1.5));
    }

    @Test
    void otherColumnsAreNotUsedAndNoted() throws IOException {
        PairList list = read("id,reference,distorted,Score\n7,a.png,b.png,0.5\n8,a.png,c.png,\n");

        assertThat(list.pairs())
                .containsExactly(
                        RatedPair.unrated(folder.resolve("a.png"), folder.resolve("b.png")),
                        RatedPair.unrated(folder.resolve("a.png"), folder.resolve("c.png")));
        assertThat(list.notes()).containsExactly("Not used of " + folder.resolve("m.csv") + ": the columns id, Score.");
    }

    @Test
    void anAddressIsNotBelowTheFolderOfTheManifest() throws IOException {
        RatedPair pair = read("reference,distorted\nhttps://example.org/a.png,b.png\n")
                .pairs()
                .get(0);

        assertThat(WebAddress.written(pair.reference())).isEqualTo("https://example.org/a.png");
    }

    @Test
    void aManifestWithoutRowsIsRefused() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(DatasetException.class)
                .hasMessageEndingWith("m.csv is empty: expected a header and a row for each pair.");
        assertThatThrownBy(() -> read("reference,distorted\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessageEndingWith("m.csv has only a header: expected a row for each pair.");
    }

    @Test
    void anUnclosedQuoteIsRefused() {
        assertThatThrownBy(() -> read("reference,distorted\n\"a.png,b.png\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Expected a table, but " + folder.resolve("m.csv"))
                .hasMessageEndingWith("Look for an unclosed or misplaced quote.");
    }

    @Test
    void aLastLineThatIsNotCompleteIsRefused() {
        assertThatThrownBy(() -> read("reference,distorted,mos\na.png,b.png,1\na.png,c"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Cannot use " + folder.resolve("m.csv")
                        + ": the last line is not complete. Correct these lines.");
    }

    @Test
    void linesOfJsonAreReadAsCommaSeparatedValuesAre() throws IOException {
        Path file = Files.writeString(
                folder.resolve("m.jsonl"), "{\"reference\":\"a.png\",\"distorted\":\"b.png\",\"mos\":1.5}\n");

        assertThat(Manifest.read(file).pairs()).containsExactly(rated("a.png", "b.png", 1.5));
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = Files.write(
                folder.resolve("m.csv"), "reference,distorted\nü.png,b.png\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "Expected a manifest in UTF-8, but " + file + " is in another encoding. Save it as CSV UTF-8.");
    }

    @Test
    void aMissingManifestIsRefused() {
        Path file = folder.resolve("no.csv");

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected a manifest, but " + file + " cannot be read: there is no file " + file
                        + ". Check the path.");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertThatThrownBy(() -> read("reference,distorted\na\0.png,b.png\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(
                        "line 2, column reference: expected the name of an image file, but found 'a?.png'");
    }

    private RatedPair rated(String reference, String distorted, double mos) {
        return new RatedPair(
                folder.resolve(reference),
                folder.resolve(distorted),
                OptionalDouble.of(mos),
                OptionalDouble.empty(),
                "",
                OptionalInt.empty());
    }

    private PairList read(String text) throws IOException {
        return Manifest.read(Files.writeString(folder.resolve("m.csv"), text));
    }
}
