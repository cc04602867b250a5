/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which wing may import which, and who knows a library; what rooms may import is said in their descriptions, see
 * {@link RoomsTest}.
 */
class ArchitectureTest {

    private static final String ROOT = "sc.fiji.ahiq";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new PackageAssignment()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyFacesKnowCommandsAndNothingKnowsAFace() {
        String[] faces = {qualified("cli"), qualified("ij1"), qualified("spark")};

        noClasses()
                .that()
                .resideOutsideOfPackages(faces)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(faces)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(faces)
                .and()
                .resideOutsideOfPackage(qualified("command"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(qualified("command"))
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ai.djl..            | network.inference, training",
                "ij..                    | root, image.ij1, image.file, command, ij1, picture, macro",
                "net.imagej.patcher..| macro",
                "picocli..           | cli",
                "org.jtransforms..   | metric.filter",
                "com.github.jaiimageio.. | synthesis.distortion, image.file",
                "com.twelvemonkeys..  | image.tiff, image.file",
                "io.airlift..         | image.tiff, image.zarr, scoring.results.parquet",
                "org.apache.commons.math3.. | study.stats, metric.natural",
                "org.apache.commons.csv.. | scoring.results",
                "com.google.gson..   | scoring.results, network.checkpoint, image.zarr",
                "org.dhatim.fastexcel.. | study.dataset",
                "us.hebi.matlab..    | study.dataset, network.model.importing",
                "com.github.weisj..  | study.plot",
                "org.apache.spark..  | scoring.spark, spark",
                "org.apache.hadoop.. | scoring.spark",
            })
    void librariesStayInTheirPackages(String library, String users) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        split(users).map(ArchitectureTest::qualified).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsATerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(qualified("cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    /** Lower wings come first; the root package is the API, and faces stand above it. */
    @Test
    void noWingImportsOneAboveIt() {
        List<String> wings = List.of(
                "base", "image", "metric", "synthesis", "network", "scoring", "picture", "study", "training", "");

        for (int i = 0; i < wings.size(); i++) {
            String[] above = Stream.concat(wings.stream().skip(i + 1), Stream.of("command", "macro"))
                    .map(ArchitectureTest::wing)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(wing(wings.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .check(CLASSES);
        }
    }

    /** The root package by itself, others with all below them. */
    private static String wing(String name) {
        return name.isEmpty() ? ROOT : qualified(name) + "..";
    }

    private static Stream<String> split(String names) {
        return names == null ? Stream.of() : Stream.of(names.split(",\\s*"));
    }

    private static String qualified(String name) {
        return name.equals("root") ? ROOT : ROOT + "." + name;
    }

    /** Every package is a slice, whatever stands below it. */
    private static final class PackageAssignment implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
