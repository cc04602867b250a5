/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Metric;

/**
 * Which types are API: those of the root package, a base for metrics of others, and what their public methods mention.
 */
class ApiTest {

    private static final String ROOT = "sc.fiji.ahiq";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Set<String> api() {
        Set<String> names = new TreeSet<>();
        Deque<JavaClass> coming = new ArrayDeque<>();
        CLASSES.stream()
                .filter(type -> type.getPackageName().equals(ROOT))
                .filter(ApiTest::isPublic)
                .forEach(coming::add);
        coming.add(CLASSES.get(Metric.class));
        coming.add(CLASSES.get(ClassicalMetric.class));
        while (!coming.isEmpty()) {
            JavaClass type = coming.remove();
            if (names.add(type.getName())) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED))
                        .flatMap(ApiTest::mentioned)
                        .filter(mentioned -> mentioned.getPackageName().startsWith(ROOT))
                        .forEach(coming::add);
            }
        }
        return names;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Stream<JavaClass> mentioned(JavaCodeUnit unit) {
        Stream<JavaClass> parameters =
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
        return Stream.concat(parameters, unit.getReturnType().getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType);
    }

    @Test
    void thePackageDescriptionNamesTheApi() throws IOException {
        String described = Files.readString(Path.of("src/main/java/sc/fiji/ahiq/package-info.java"));
        List<String> named = described
                .lines()
                .filter(line -> line.startsWith(" * @see "))
                .map(line -> line.substring(" * @see ".length()).strip())
                .map(name -> name.contains(".") ? name : ROOT + "." + name)
                .sorted()
                .toList();

        assertThat(named)
                .containsExactlyElementsOf(api().stream()
                        .map(name -> name.replace('$', '.'))
                        .sorted()
                        .toList());
    }

    @Test
    void theApiIsPublicAndKnowsNoFace() {
        assertThat(api()).allSatisfy(name -> {
            assertThat(isPublic(CLASSES.get(name))).as(name).isTrue();
            assertThat(name).doesNotContain(".command.", ".cli.", ".ij1.AhiqPlugIn", "ai.djl");
        });
    }

    @Test
    void errorsOfTheApiAreOfOneFamily() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + ".base.error"))
                        .filter(type -> type.isAssignableTo(RuntimeException.class)))
                .allSatisfy(type -> assertThat(type.isAssignableTo(AhiqException.class))
                        .as(type.getName())
                        .isTrue());
    }
}
