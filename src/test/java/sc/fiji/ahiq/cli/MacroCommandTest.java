/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each in a process of its own, as the patched ImageJ cannot share one with the plain one of other tests. */
class MacroCommandTest {

    private static final String IMAGE = "newImage('A', '8-bit ramp', 64, 64, 1); ";

    @TempDir
    private Path folder;

    @Test
    void runsCommandsAndPassesArguments() throws Exception {
        ChildJava.Result result = run(
                IMAGE + "run('Gaussian Blur...', 'sigma=2'); getStatistics(area, mean);"
                        + "print(mean + ' <' + getArgument() + '>'); saveAs('tiff', 'out.tif');",
                "one",
                "two words");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualToNormalizingNewlines("126 <one\ntwo words>\n");
        assertThat(result.exitCode()).isZero();
        assertThat(folder.resolve("out.tif")).isRegularFile();
    }

    @Test
    void exitWithoutMessageIsSuccess() throws Exception {
        ChildJava.Result result = run("print('before'); exit(); print('after');");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualToNormalizingNewlines("before\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aFailureInAMacroThatItRunsEndsIt() throws Exception {
        Path inner = Files.writeString(folder.resolve("inner.ijm"), "print('inner');\nx = noSuchVariable;\n");

        ChildJava.Result result = run("runMacro('" + inner.toString().replace('\\', '/') + "'); print('after');");

        assertThat(result.err()).contains("failed: Undefined variable in line 2 x = <noSuchVariable> ;");
        assertThat(result.out()).isEqualToNormalizingNewlines("inner\n");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMacroOfTheProgramSaysWhichArgumentsItExpects() throws Exception {
        Path macro = Path.of("macros/score_pair.ijm").toAbsolutePath();

        ChildJava.Result result = ChildJava.asStarted(folder).ahiq("macro", macro.toString(), "reference.png");

        assertThat(result.err()).contains("Expected REFERENCE DISTORTED [MODEL].");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysWhenThereIsNoFile() throws Exception {
        ChildJava.Result result = ChildJava.asStarted(folder).ahiq("macro", "missing.ijm");

        assertThat(result.err()).startsWith("ahiq: Cannot read the macro missing.ijm: ");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysWhatIsMissingWhenJavaWasStartedWithoutItsOptions() throws Exception {
        Path macro = Files.writeString(folder.resolve("macro.ijm"), "print(1);");

        ChildJava.Result closed = new ChildJava(folder, "-Djava.awt.headless=true").ahiq("macro", macro.toString());

        assertThat(closed.err()).contains("Add --add-opens java.base/java.lang=ALL-UNNAMED to Java's options");
        assertThat(closed.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private ChildJava.Result run(String macro, String... arguments) throws Exception {
        Path file = Files.writeString(folder.resolve("macro.ijm"), macro.replace('\'', '"'));
        String[] all = new String[arguments.length + 2];
        all[0] = "macro";
        all[1] = file.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return ChildJava.asStarted(folder).ahiq(all);
    }
}
