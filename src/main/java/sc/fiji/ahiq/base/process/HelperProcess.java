/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.Printable;

/**
 * A second Java process with the classes of this one, to which calls can be made, several at the same time. It ends
 * with this process, however that ends. Thread safe.
 */
public final class HelperProcess {

    private static final int LAST_WORDS = 5;
    private static final long MOST_WAIT_MILLIS = 1000;

    private final Process process;
    private final OutputStream out;
    private final Map<Long, CompletableFuture<MessageReader>> waiting = new HashMap<>();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final Thread listener;
    private long calls;
    private HelperLostException lost;

    private record Call(long number, CompletableFuture<MessageReader> answer) {}

    private HelperProcess(Process process) {
        this.process = process;
        this.out = process.getOutputStream();
        this.listener = new Thread(this::listen, "AHIQ helper's log");
    }

    /**
     * Starts one and waits until it is there; takes part of a second.
     *
     * @param main its main class, which calls {@link HelperLoop#run}
     * @param inherited which system properties it gets, by their names
     * @param environment variables that it gets besides those of this process, which come first
     * @throws HelperLostException if it cannot be started, or ends at once
     */
    public static HelperProcess start(Class<?> main, Predicate<String> inherited, Map<String, String> environment)
            throws HelperLostException {
        try {
            Path options = Files.createTempFile("ahiq-helper", ".args");
            try {
                Files.write(options, arguments(main, inherited), Charset.defaultCharset());
                return start(options, environment);
            } finally {
                Files.delete(options);
            }
        } catch (HelperLostException e) {
            throw e;
        } catch (IOException e) {
            throw new HelperLostException("it cannot be started: " + e.getMessage(), e);
        }
    }

    private static HelperProcess start(Path options, Map<String, String> environment) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "@" + options);
        environment.forEach(builder.environment()::putIfAbsent);
        HelperProcess helper = new HelperProcess(builder.start());
        Call greeting = helper.expect();
        startDaemon(helper.listener);
        startDaemon(new Thread(helper::receive, "AHIQ helper's answers"));
        String version = await(greeting.answer()).text();
        if (!version.equals(Version.get())) {
            helper.end();
            throw new HelperLostException("it is of version " + version + ", this program of " + Version.get(), null);
        }
        return helper;
    }

    private static void startDaemon(Thread thread) {
        thread.setDaemon(true);
        thread.start();
    }

    /** In a file, as class paths may be longer than command lines. */
    private static List<String> arguments(Class<?> main, Predicate<String> inherited) {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "ahiq-helper-%p.log"),
                "-Djava.awt.headless=true"));
        System.getProperties().stringPropertyNames().stream()
                .filter(inherited)
                .forEach(name -> arguments.add("-D" + name + "=" + System.getProperty(name)));
        arguments.add("-cp");
        arguments.add(OwnClassPath.of(main.getClassLoader()));
        arguments.add(main.getName());
        arguments.add(Long.toString(ProcessHandle.current().pid()));
        return arguments.stream().map(HelperProcess::quoted).toList();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Of its process, for those who look for it. */
    public long pid() {
        return process.pid();
    }

    /** Ends it; calls that wait for answers are lost. */
    public void end() {
        process.destroyForcibly();
    }

    /** Whether calls can be made. */
    public synchronized boolean isAlive() {
        return lost == null && process.toHandle().isAlive();
    }

    /**
     * Makes a call and waits for the answer. It cannot be interrupted; interrupts are kept for later.
     *
     * @throws HelperLostException if the process ends before it answers, or has ended
     * @throws OutOfMemoryError if the heap of this process is too small for the answer; other calls can be made
     */
    public MessageReader call(MessageWriter message) throws HelperLostException {
        Call call = expect();
        try {
            synchronized (out) {
                new MessageFrame(call.number(), message.message()).write(out);
            }
        } catch (IOException e) {
            // It has ended, or cannot hear any more: who reads its answers tells all who wait.
            end();
        }
        return await(call.answer());
    }

    /** The first one, which nobody makes, is answered by the version of the helper. */
    private synchronized Call expect() {
        Call call = new Call(calls++, new CompletableFuture<>());
        if (lost == null) {
            waiting.put(call.number(), call.answer());
        } else {
            call.answer().completeExceptionally(lost);
        }
        return call;
    }

    private static MessageReader await(CompletableFuture<MessageReader> answer) throws HelperLostException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NoRoomException) {
                throw new OutOfMemoryError(e.getCause().getMessage());
            }
            throw new HelperLostException(e.getCause().getMessage(), e.getCause());
        }
    }

    private void receive() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            while (true) {
                receive(in);
            }
        } catch (IOException e) {
            lose(e);
        } catch (RuntimeException | Error e) {
            lose(new IOException(e.toString(), e));
        }
    }

    private void receive(InputStream in) throws IOException {
        try {
            MessageFrame frame = MessageFrame.read(in);
            taken(frame.call()).complete(new MessageReader(frame.message()));
        } catch (NoRoomException e) {
            taken(e.call()).completeExceptionally(e);
        }
    }

    private synchronized CompletableFuture<MessageReader> taken(long call) throws MalformedMessageException {
        CompletableFuture<MessageReader> answer = waiting.remove(call);
        if (answer == null) {
            throw new MalformedMessageException("an answer to call " + call + ", which was not made");
        }
        return answer;
    }

    private void lose(IOException reason) {
        end();
        HelperLostException loss = new HelperLostException(words(reason), reason);
        List<CompletableFuture<MessageReader>> unanswered;
        synchronized (this) {
            lost = loss;
            unanswered = List.copyOf(waiting.values());
            waiting.clear();
        }
        unanswered.forEach(answer -> answer.completeExceptionally(loss));
    }

    /** How it ended. */
    private String words(IOException reason) {
        StringBuilder words = new StringBuilder();
        if (!(reason instanceof EOFException)) {
            words.append("it was not understood (").append(reason.getMessage()).append(") and ");
        }
        words.append("it ended with exit code ").append(exitCode());
        String last = lastWords();
        return last.isEmpty() ? words.toString() : words + ", and its last words were: " + last;
    }

    private int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** All of them, unless something that it started still holds its log open. */
    private String lastWords() {
        try {
            listener.join(MOST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lastWords) {
            return String.join(" / ", lastWords);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            hear(e.toString());
        }
    }

    /** Where it is in a stack trace is not kept, but what was thrown. */
    private void hear(String line) {
        if (line.startsWith("\tat ")) {
            return;
        }
        synchronized (lastWords) {
            lastWords.add(Printable.of(line.strip()));
            if (lastWords.size() > LAST_WORDS) {
                lastWords.remove();
            }
        }
    }
}
