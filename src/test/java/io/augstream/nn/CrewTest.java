package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everySliceRunsOnce(int threads) {
        try (Crew crew = new Crew(threads)) {
            for (int round = 0; round < 20_000; round++) {
                int slices = round % 7;
                AtomicIntegerArray runs = new AtomicIntegerArray(7);
                crew.each(slices, (slice, workspace) -> runs.incrementAndGet(slice));
                for (int slice = 0; slice < 7; slice++) {
                    assertEquals(slice < slices ? 1 : 0, runs.get(slice), "round " + round + ", slice " + slice);
                }
            }
        }
    }

    @Test
    void allThreadsTakePartEachWithItsOwnWorkspace() {
        try (Crew crew = new Crew(3)) {
            Set<Workspace> workspaces = workspacesOfThree(crew);
            assertEquals(3, workspaces.size());
            // The others are asleep by now, and wake up again.
            sleep(50);
            assertEquals(workspaces, workspacesOfThree(crew));
        }
    }

    /** Slices that wait for one another can only end on threads of their own. */
    private static Set<Workspace> workspacesOfThree(Crew crew) {
        Set<Workspace> workspaces = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(3);
        crew.each(3, (slice, workspace) -> {
            workspaces.add(workspace);
            all.countDown();
            await(all);
        });
        return workspaces;
    }

    @Test
    void aBatchIsCutIntoNeighbouringGroupsWhateverTheThreads() {
        for (int batch = 1; batch < 40; batch++) {
            StringBuilder one = new StringBuilder();
            try (Crew crew = new Crew(1)) {
                crew.eachGroup(batch, (group, first, end, workspace) -> one.append(group)
                        .append(':')
                        .append(first)
                        .append('-')
                        .append(end)
                        .append(' '));
            }
            assertTrue(one.toString().startsWith("0:0-"), one.toString());
            assertTrue(one.toString().endsWith("-" + batch + " "), one.toString());
            assertEquals(Math.min(8, batch), one.toString().split(" ", -1).length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatASliceThrowsReachesTheCaller(int threads) {
        try (Crew crew = new Crew(threads)) {
            IllegalStateException fault = new IllegalStateException("slice 2");
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> crew.each(5, (slice, workspace) -> {
                        if (slice == 2) {
                            throw fault;
                        }
                    }));
            assertSame(fault, thrown);
            AtomicIntegerArray runs = new AtomicIntegerArray(4);
            crew.each(4, (slice, workspace) -> runs.incrementAndGet(slice));
            assertEquals("[1, 1, 1, 1]", runs.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSliceCannotCallTheCrew(int threads) {
        try (Crew crew = new Crew(threads)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> crew.each(2, (slice, workspace) -> crew.each(1, (inner, memory) -> {})));
        }
    }

    @Test
    void threadsEndWithTheCrew() throws InterruptedException {
        Crew crew = new Crew(3);
        Set<Thread> threads = threadsOf(crew);
        crew.close();
        assertAllEnd(threads);
        AtomicIntegerArray runs = new AtomicIntegerArray(3);
        crew.each(3, (slice, workspace) -> runs.incrementAndGet(slice));
        assertEquals("[1, 1, 1]", runs.toString());
    }

    @Test
    void threadsOfAForgottenCrewEnd() throws InterruptedException {
        Set<Thread> threads = threadsOf(new Crew(3));
        for (int i = 0; i < 100 && threads.stream().anyMatch(Thread::isAlive); i++) {
            System.gc();
            sleep(20);
        }
        assertAllEnd(threads);
    }

    @Test
    void aCallAllocatesNextToNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Crew crew = new Crew(2)) {
            Crew.Task task = (slice, workspace) -> {};
            crew.each(4, task);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < 1000; round++) {
                crew.each(4, task);
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < 16_000, "bytes in 1000 calls: " + allocated);
        }
    }

    /** The other threads of a crew of three. */
    private static Set<Thread> threadsOf(Crew crew) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(3);
        crew.each(3, (slice, workspace) -> {
            threads.add(Thread.currentThread());
            all.countDown();
            await(all);
        });
        threads.remove(Thread.currentThread());
        assertEquals(2, threads.size());
        assertTrue(threads.stream().allMatch(Thread::isDaemon));
        return threads;
    }

    private static void assertAllEnd(Set<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(10_000);
            assertFalse(thread.isAlive(), thread.getName());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
