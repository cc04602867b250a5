/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import sc.fiji.ahiq.base.Version;

/**
 * What runs in a helper process: answers calls, several at the same time, until the process that started it has ended.
 */
public final class HelperLoop {

    /** Exit code if the other process cannot be understood, or does not listen. */
    private static final int NOT_UNDERSTOOD = 3;

    /** Exit code if a handler threw something, which is among the last words. */
    private static final int FAILED = 1;

    private final Handler handler;
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private HelperLoop(Handler handler) {
        this.handler = handler;
    }

    /** Answers calls; called by several threads. Whatever it throws ends the process. */
    public interface Handler {

        /** @throws MalformedMessageException if the call is none */
        MessageWriter answer(MessageReader call) throws MalformedMessageException;

        /** Answers a call that the heap is too small for. */
        MessageWriter refuse(NoRoomException reason);

        /** Done before the process ends; perhaps by two threads. */
        void end();
    }

    /** What makes an answer. */
    @FunctionalInterface
    private interface Answer {
        MessageWriter make() throws MalformedMessageException;
    }

    /**
     * Never returns. What else is printed by this process goes to its standard error.
     *
     * @param arguments of the process: as {@link HelperProcess} gave them
     */
    public static void run(String[] arguments, Handler handler) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        HelperLoop loop = new HelperLoop(handler);
        loop.watch(Long.parseLong(arguments[0]));
        loop.answerAll();
    }

    /** Standard input ends with the other process, unless a third one has inherited the pipe. */
    private void watch(long parent) {
        ProcessHandle.of(parent).ifPresentOrElse(process -> process.onExit().thenRun(() -> end(0)), () -> end(0));
    }

    private void answerAll() {
        Executor threads = Executors.newCachedThreadPool();
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
        try {
            write(0, new MessageWriter().text(Version.get()));
            while (true) {
                receive(in, threads);
            }
        } catch (EOFException e) {
            end(0);
        } catch (IOException e) {
            end(NOT_UNDERSTOOD);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void receive(InputStream in, Executor threads) throws IOException {
        try {
            MessageFrame frame = MessageFrame.read(in);
            threads.execute(() -> answer(frame.call(), () -> handler.answer(new MessageReader(frame.message()))));
        } catch (NoRoomException e) {
            threads.execute(() -> answer(e.call(), () -> handler.refuse(e)));
        }
    }

    private void answer(long call, Answer answer) {
        try {
            write(call, answer.make());
        } catch (IOException e) {
            end(NOT_UNDERSTOOD);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        end(FAILED);
    }

    private synchronized void write(long call, MessageWriter message) throws IOException {
        new MessageFrame(call, message.message()).write(out);
    }

    /** Without a wait for what is being computed. */
    private void end(int exitCode) {
        handler.end();
        Runtime.getRuntime().halt(exitCode);
    }
}
