/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may import which. Rules about packages without classes hold. */
class ArchitectureTest {

    private static final String ROOT = "sc.fiji.ahiq";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new PackageAssignment()).should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base                    | base.error",
                "base.error              | ",
                "base.io                 | base.error",
                "base.yaml               | base.error",
                "image                   | base.error",
                "image.crop              | base.error",
                "image.ij1               | image, base.error",
                "image.format            | image, base.error",
                "image.tiff              | image, image.format, base.error",
                "image.file              | image, image.ij1, image.format, image.tiff, base.error, base.io",
                "metric.filter           | base.error",
                "metric                  | metric.filter, image, image.crop, base, base.error",
                "metric.natural          | metric, metric.filter, base.error",
                "synthesis.distortion    | metric, metric.filter, base.error",
                "synthesis.sample        | synthesis.distortion, metric.filter",
                "network.tensor          | base.error",
                "network.checkpoint      | network.tensor, base.error, base.io",
                "network.torchscript     | network.tensor, base.error, base.io",
                "network.design          | network.torchscript, network.tensor, base.yaml, base.error",
                "network.model           | base, network.design, network.checkpoint, network.torchscript, network.tensor, base.yaml, base.error, base.io",
                "network.model.importing | network.model, network.design, network.checkpoint, network.tensor, base, base.error, base.io",
                "network.download        | base, base.error, base.io",
                "network.inference       | network.model, network.torchscript, network.tensor, base, base.error",
                "network.learned         | network.inference, network.model, network.design, network.torchscript, network.tensor, metric, metric.natural, image, image.crop, base, base.error",
                "network                 | network.learned, network.inference, network.model, metric, image, image.crop, base, base.error",
                "network.script          | network.inference, metric, metric.filter, image, image.crop, base, base.error, base.io",
                "scoring.results         | base.error, base.io",
                "scoring                 | scoring.results, network, network.learned, network.design, network.script, network.inference, network.model, metric, metric.filter, image, image.crop, base, base.error, base.io",
                "scoring.pairs           | scoring.results, base.error, base.io",
                "scoring.batch           | scoring, scoring.pairs, scoring.results, metric, image, image.crop, image.file, base, base.error, base.io",
                "scoring.diagnostics     | network, network.inference, network.model, metric, image, image.crop, synthesis.sample, base, base.error",
                "picture                 | scoring, metric, image, image.crop",
                "study.stats             | ",
                "study.plot              | base.error, base.io",
                "study.dataset           | scoring.pairs, base.error, base.io",
                "study.evaluation        | scoring.results, study.stats, study.plot, network, network.learned, network.model, metric, base.error, base.io",
                "study.evaluation.report | scoring.results, study.evaluation, study.stats, study.plot, metric, image, image.file, picture, base, base.error, base.io",
                "study.reproduction      | scoring, scoring.batch, scoring.pairs, scoring.results, study.dataset, study.stats, metric, network.model, image.crop, base, base.error, base.io",
                "training.label          | scoring.pairs, scoring.results, metric, study.stats, base.error, base.io",
                "training                | network.inference, network.model, network.checkpoint, network.tensor, metric, scoring.pairs, scoring.results, study.dataset, study.stats, image, image.crop, image.file, base, base.yaml, base.error, base.io",
                "macro                   | base.error, base.io",
            })
    void packagesImportOnlyThoseBelow(String name, String below) {
        String[] allowed = Stream.concat(Stream.of(name), split(below))
                .map(ArchitectureTest::qualified)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(qualified(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(CLASSES);
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
                "io.airlift..         | image.tiff",
                "org.apache.commons.math3.. | study.stats, metric.natural",
                "org.apache.commons.csv.. | scoring.results",
                "com.google.gson..   | scoring.results, network.checkpoint",
                "org.dhatim.fastexcel.. | study.dataset",
                "us.hebi.matlab..    | study.dataset, network.model.importing",
                "com.github.weisj..  | study.plot",
                "org.apache.spark..  | spark",
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

    @Test
    void everyPackageIsDescribed() {
        List<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).distinct().toList();

        assertThat(packages).contains(ROOT, qualified("network.tensor"));
        assertThat(packages)
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .isRegularFile());
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
