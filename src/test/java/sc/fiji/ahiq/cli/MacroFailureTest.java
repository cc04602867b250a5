/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Macros that must not end well. */
class MacroFailureTest {

    private static final String NO_DISPLAY =
            "it wants to open a dialog or a window, but there is no display. Give commands"
                    + " all their options, as the macro recorder writes them";

    private static final String ABORTED = "a command aborted it and gave no reason; its documentation may tell";

    private static final List<Failing> MACROS = List.of(
            new Failing("y = = 3;", "Undefined variable in line 2 <y> == 3 ;"),
            new Failing("a = newArray(2); print(a[7]);", "Index (7) out of 0-1 range in line 2"),
            new Failing("run('No Such Command', 'a=1');", "Unrecognized command: \"No Such Command\" in line 2"),
            new Failing("open('/nowhere/image.tif');", "File not found: /nowhere/image.tif"),
            new Failing("run('Close All'); run('Measure');", "There are no images open in line 2"),
            new Failing("exit('enough of it');", "enough of it"),
            new Failing(
                    "call('java.lang.Integer.parseInt', 'x');",
                    "java.lang.NumberFormatException: For input string: \"x\""),
            new Failing("eval('x = ;');", "Number or numeric function expected in line 1"),
            new Failing(
                    "run('AHIQ Score Pair...', 'reference=A distorted=A model=m overlays');",
                    "Unknown key 'overlays': expected reference, distorted, metrics, model,"),
            new Failing("run('AHIQ Score Pair...');", "There is no display for a dialog: give options, for example"),
            new Failing("run('Gaussian Blur...');", NO_DISPLAY),
            new Failing("run('Scale...');", NO_DISPLAY),
            new Failing("Dialog.create('D'); Dialog.show();", NO_DISPLAY),
            new Failing("n = getNumber('Number', 3);", NO_DISPLAY),
            new Failing("waitForUser('Look');", NO_DISPLAY),
            new Failing("open();", NO_DISPLAY),
            new Failing("call('sc.fiji.ahiq.cli.ForeignPlugIn.abort');", ABORTED),
            new Failing("eval('call(\\'sc.fiji.ahiq.cli.ForeignPlugIn.abort\\');');", ABORTED),
            new Failing("d = getDirectory('Choose');", "a command gave up without a message. Perhaps " + NO_DISPLAY));

    private record Failing(String statement, String message) {

        String macro() {
            return ("newImage('A', '8-bit ramp', 64, 64, 1);\n" + statement + "\nprint('after');").replace('\'', '"');
        }
    }

    @TempDir
    private static Path folder;

    @BeforeAll
    static void runAll() throws Exception {
        MacrosInOneProcess.run(folder, MACROS.stream().map(Failing::macro).toList());
    }

    private static Stream<Arguments> macros() {
        return IntStream.range(0, MACROS.size())
                .mapToObj(i ->
                        Arguments.of(i, MACROS.get(i).statement(), MACROS.get(i).message()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("macros")
    void endsWithAMessageAndACode(int index, String statement, String message) throws Exception {
        String err = Files.readString(folder.resolve(index + ".err"));

        assertThat(err)
                .startsWith("ahiq: The macro " + folder.resolve(index + ".ijm") + " failed: " + message)
                .hasLineCount(1);
        assertThat(folder.resolve(index + ".exit")).hasContent(Integer.toString(ExitCode.USAGE));
        assertThat(folder.resolve(index + ".out")).content().doesNotContain("after");
    }
}
