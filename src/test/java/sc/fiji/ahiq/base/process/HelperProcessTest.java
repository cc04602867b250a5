/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A helper process whose heap is small, and what it does with calls of every kind. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HelperProcessTest {

    private static final int MORE_THAN_ITS_HEAP = 64 << 20;

    private HelperProcess helper;

    /** Answers a number by the next one, and waits for ever if it is 0. */
    static final class Counter implements HelperLoop.Handler {

        private Counter() {}

        public static void main(String[] arguments) {
            HelperLoop.run(arguments, new Counter());
        }

        @Override
        public MessageWriter answer(MessageReader call) throws MalformedMessageException {
            int number = call.number(0, Integer.MAX_VALUE);
            call.end();
            if (number == 0) {
                await();
            }
            return new MessageWriter().number(Math.addExact(number, 1));
        }

        private static void await() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public MessageWriter refuse(NoRoomException reason) {
            return new MessageWriter().text(reason.getMessage());
        }

        @Override
        public void end() {
            System.out.println("the end");
        }
    }

    @BeforeEach
    void start() throws HelperLostException {
        helper = HelperProcess.start(Counter.class, name -> false, Map.of("JAVA_TOOL_OPTIONS", "-Xmx32m"));
    }

    @AfterEach
    void end() {
        ProcessHandle.of(helper.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private long next(long number) throws HelperLostException, MalformedMessageException {
        MessageReader answer = helper.call(new MessageWriter().number(number));
        long next = answer.number();
        answer.end();
        return next;
    }

    @Test
    void callsAreAnsweredWhileOthersAreWorkedOn() throws Exception {
        FutureTask<Long> endless = new FutureTask<>(() -> next(0));
        new Thread(endless).start();

        assertThat(next(1)).isEqualTo(2);
        assertThat(next(41)).isEqualTo(42);
        assertThat(endless.isDone()).isFalse();

        ProcessHandle.of(helper.pid()).orElseThrow().destroyForcibly();
        assertThatThrownBy(endless::get).hasCauseInstanceOf(HelperLostException.class);
    }

    @Test
    void aCallThatTheHeapIsTooSmallForIsRefusedAndTheNextOneIsAnswered() throws Exception {
        MessageReader answer = helper.call(new MessageWriter().text("x".repeat(MORE_THAN_ITS_HEAP)));

        assertThat(answer.text())
                .isEqualTo("Java's heap has no room for a message of " + (MORE_THAN_ITS_HEAP + 8) + " bytes");
        answer.end();
        assertThat(next(1)).isEqualTo(2);
    }

    @Test
    void aCallThatIsNoneEndsTheProcess() {
        assertThatThrownBy(() -> helper.call(new MessageWriter().number(1).number(2)))
                .isInstanceOf(HelperLostException.class)
                .hasMessageContaining("it ended with exit code 3")
                .hasMessageEndingWith("the end");
        assertThat(helper.isAlive()).isFalse();
        assertThatThrownBy(() -> next(1)).isInstanceOf(HelperLostException.class);
    }

    @Test
    void whatAHandlerThrowsIsAmongTheLastWords() {
        assertThatThrownBy(() -> next(Integer.MAX_VALUE))
                .isInstanceOf(HelperLostException.class)
                .hasMessageContaining("it ended with exit code 1")
                .hasMessageContaining("java.lang.ArithmeticException: integer overflow");
    }
}
