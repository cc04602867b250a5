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
                "error         |",
                "file          |",
                "sample        | distortion, metric.filter",
                "macro         | error, file",
                "tensor        | error",
                "checkpoint    | tensor, error, file",
                "torchscript   | tensor, error, file",
                "yaml          | error",
                "model         | checkpoint, torchscript, yaml, tensor, error, file",
                "model.importing | model, checkpoint, tensor, file, error",
                "download      | file, error",
                "dataset       | file, error",
                "stats         |",
                "image         | error",
                "label         | dataset, metric, stats, file, error",
                "image.ij1     | image, file, error",
                "crop          | error",
                "metric.filter | error",
                "metric        | metric.filter, image, error",
                "distortion    | metric, metric.filter, error",
                "inference     | model, torchscript, tensor, error",
                "scoring       | inference, metric, metric.filter, image, crop, model, error",
                "plot          | file, error",
                "evaluation    | stats, plot, metric, file, error",
                "evaluation.report | evaluation, stats, plot, metric, image, image.ij1, ij1.map, file, error",
                "training      | inference, model, dataset, stats, image.ij1, image, crop, checkpoint, tensor, yaml, file, error",
                "diagnostics   | sample, scoring, inference, image, crop, model, error",
                "batch         | dataset, scoring, metric, inference, model, image, image.ij1, crop, file, error",
                "reproduction  | batch, dataset, stats, metric, scoring, inference, model, crop, file, error",
                "ij1.map       | scoring, image, crop",
            })
    void packagesImportOnlyThoseBelow(String name, String below) {
        String[] allowed = Stream.concat(Stream.of(name), split(below))
                .map(ArchitectureTest::qualified)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(qualified(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAnyPackage(allowed))
                        .or(JavaClass.Predicates.type(Version.class)))
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
                "ai.djl..            | inference, training",
                "ij..                | image.ij1, command, ij1, ij1.map, macro",
                "net.imagej.patcher..| macro",
                "picocli..           | cli",
                "org.jtransforms..   | metric.filter",
                "com.github.jaiimageio.. | distortion",
                "org.apache.commons.math3.. | stats",
                "org.dhatim.fastexcel.. | dataset",
                "us.hebi.matlab..    | dataset",
                "com.github.weisj..  | plot",
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

    @Test
    void theVersionImportsNothing() {
        classes()
                .that()
                .belongToAnyOf(Version.class)
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(ROOT + "..").or(JavaClass.Predicates.type(Version.class)))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsDescribed() {
        List<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).distinct().toList();

        assertThat(packages).contains(ROOT, qualified("tensor"));
        assertThat(packages)
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .isRegularFile());
    }

    private static Stream<String> split(String names) {
        return names == null ? Stream.of() : Stream.of(names.split(",\\s*"));
    }

    private static String qualified(String name) {
        return ROOT + "." + name;
    }

    /** Every package is a slice, and so is {@link Version}, which everything may name, also below the root package. */
    private static final class PackageAssignment implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.isEquivalentTo(Version.class) ? type.getName() : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
