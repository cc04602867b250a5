/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rooms are packages. The description of each ends with what it may import: some others, or every room below it. */
class RoomsTest {

    private static final String ROOT = "sc.fiji.ahiq";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAY_IMPORT =
            Pattern.compile("<p>May import (nothing of this project|every room below it|(\\{@code [a-z0-9.]+}"
                    + "(, | and )?)+)\\.(?=\\s*(<h2>|$))");
    private static final Pattern CODE = Pattern.compile("\\{@code ([a-z0-9.]+)}");
    private static final Pattern TYPE = Pattern.compile("sc\\.fiji\\.ahiq(\\.[a-z]\\w*)*\\.[A-Z]\\w*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Set<String> rooms() {
        return CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    /** The text of a description without line breaks and stars. */
    private static String description(String room) throws IOException {
        return Files.readString(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java"))
                .replaceAll("(?s)\\*/.*?\\z|\\A(.*?\\*/)?\\s*/\\*\\*", "")
                .replaceAll("(\\s*\n \\*)+\\s*", " ");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsNoOtherThanItSays(String room) throws IOException {
        Matcher said = MAY_IMPORT.matcher(description(room));
        assertThat(said.find()).as("%s says what it may import", room).isTrue();
        if (said.group(1).startsWith("every")) {
            return;
        }
        List<String> named = CODE.matcher(said.group())
                .results()
                .map(name -> ROOT + "." + name.group(1))
                .toList();
        assertThat(rooms()).containsAll(named);
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAnyPackage(
                                Stream.concat(Stream.of(room), named.stream()).toArray(String[]::new))))
                .check(CLASSES);
    }

    @Test
    void onlyTheApiAndThoseAboveItMayImportEveryRoom() throws IOException {
        for (String room : rooms()) {
            assertThat(description(room).contains("<p>May import every room"))
                    .as(room)
                    .isEqualTo(Set.of(ROOT, ROOT + ".command", ROOT + ".ij1", ROOT + ".cli")
                            .contains(room));
        }
    }

    @Test
    void commentsNameTypesThatExist() throws IOException {
        for (Path source : sources()) {
            Set<String> named = TYPE.matcher(Files.readString(source))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
            assertThat(named).as(source.toString()).allMatch(CLASSES::contain);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
