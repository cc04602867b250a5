/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the packages bring into a program of others: services that they register there count for all of its plugins.
 * Those of the whole of Java, such as how XML is read, must not change.
 */
class PackagedServicesTest {

    /** Set where the packages were built: the path of that for ImageJ; that for Fiji lies beside it. */
    private static final String PACKAGE = "ahiq.imagej.zip";

    private static final Pattern OF_JAVA = Pattern.compile("META-INF/services/(javax?|org\\.w3c|org\\.xml)\\..+");

    private static final Set<String> ALLOWED_IN_IMAGEJ = Set.of(
            "jai-imageio-core javax.imageio.spi.ImageInputStreamSpi",
            "jai-imageio-core javax.imageio.spi.ImageOutputStreamSpi",
            "jai-imageio-core javax.imageio.spi.ImageReaderSpi",
            "jai-imageio-core javax.imageio.spi.ImageWriterSpi",
            "jai-imageio-jpeg2000 javax.imageio.spi.ImageReaderSpi",
            "jai-imageio-jpeg2000 javax.imageio.spi.ImageWriterSpi",
            "scijava-common javax.annotation.processing.Processor");

    @Test
    void thePackageForFijiRegistersNothingForTheWholeOfJava() throws IOException {
        assertThat(services("fiji")).isEmpty();
    }

    @Test
    void thatForImageJRegistersWhatIsAllowedAndNothingElse() throws IOException {
        assertThat(services("imagej")).isSubsetOf(ALLOWED_IN_IMAGEJ);
    }

    @Test
    void noJarLiesInAFolderOfAPlatform() throws IOException {
        for (String name : List.of("fiji", "imagej")) {
            assertThat(Pattern.compile("<outputDirectory>([^<]*)</outputDirectory>")
                            .matcher(descriptor(name))
                            .results()
                            .map(found -> found.group(1)))
                    .isSubsetOf("plugins", "jars", "plugins/jars");
        }
    }

    /** Of the jars that a descriptor does not leave out. */
    private static Set<String> services(String descriptor) throws IOException {
        List<String> excluded = Pattern.compile("<exclude>([^<]+)</exclude>")
                .matcher(descriptor(descriptor))
                .results()
                .map(found -> found.group(1))
                .toList();
        Set<String> services = new TreeSet<>();
        for (Path jar : jars()) {
            if (excluded.stream().noneMatch(pattern -> fits(pattern, jar))) {
                try (InputStream in = Files.newInputStream(jar)) {
                    services.addAll(services(artifact(jar.getFileName().toString()), in));
                }
            }
        }
        return services;
    }

    private static String descriptor(String name) throws IOException {
        return Files.readString(Path.of("src/assembly", name + ".xml"));
    }

    private static Collection<Path> jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.getFileName().toString().startsWith("junit-"))
                .toList();
    }

    /** Whether {@code group:artifact} is that of a jar in Maven's layout, {@code group/artifact/version/file}. */
    private static boolean fits(String pattern, Path jar) {
        String group = pattern.substring(0, pattern.indexOf(':'));
        String artifact = pattern.substring(pattern.indexOf(':') + 1);
        Path folder = jar.getParent().getParent();
        return folder.getParent().endsWith(group.replace('.', '/'))
                && (artifact.equals("*") || folder.endsWith(artifact));
    }

    private static Set<String> services(String name, InputStream jar) throws IOException {
        Set<String> services = new TreeSet<>();
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (OF_JAVA.matcher(entry.getName()).matches()) {
                services.add(name + entry.getName().replace("META-INF/services/", " "));
            }
        }
        return services;
    }

    private static String artifact(String jar) {
        return jar.replaceFirst("-\\d.*", "");
    }

    @Test
    void theBuiltPackagesDoAsTheirDescriptorsSay() throws IOException {
        String imagej = System.getProperty(PACKAGE);
        assumeFalse(imagej == null, "no package was built");

        assertThat(packed(Path.of(imagej))).isSubsetOf(ALLOWED_IN_IMAGEJ);
        assertThat(packed(Path.of(imagej.replace("-imagej.zip", "-fiji.zip")))).isEmpty();
    }

    private static Set<String> packed(Path zip) throws IOException {
        Set<String> services = new TreeSet<>();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    services.addAll(
                            services(Path.of(entry.getName()).getFileName().toString(), entries).stream()
                                    .map(service -> artifact(service.split(" ")[0]) + " " + service.split(" ")[1])
                                    .toList());
                }
            }
        }
        return services;
    }

    @Test
    void whatIsInTheJarOfThisProjectIsInNoPackageBeside() throws IOException {
        Stream<String> shaded = Pattern.compile("<include>([\\w.]+:[\\w*-]+)</include>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1));

        assertThat(shaded.toList()).isNotEmpty().allSatisfy(artifact -> {
            for (String name : List.of("fiji", "imagej", "directory")) {
                assertThat(descriptor(name)).contains("<exclude>" + artifact + "</exclude>");
            }
        });
    }
}
