package io.augstream.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private final Scratch scratch = new Scratch();

    @Test
    void whatIsBorrowedIsAnotherArrayUntilAllIsTakenBack() {
        byte[] first = scratch.bytes(5);
        assertEquals(5, first.length);
        assertNotSame(first, scratch.bytes(5));
        scratch.clear();
        assertSame(first, scratch.bytes(5));
    }

    /** As where a stage has a chance to apply. */
    @Test
    void theOrderInWhichArraysAreBorrowedMayChange() {
        byte[] picture = scratch.bytes(300);
        byte[] row = scratch.bytes(30);
        scratch.clear();
        assertSame(row, scratch.bytes(30));
        assertSame(picture, scratch.bytes(300));
        scratch.clear();
        assertSame(picture, scratch.bytes(300));
    }

    @Test
    void rowsOfNumbersAreAtLeastAsLongAndOfFewLengths() {
        for (int length : new int[] {1, 2, 3, 1000, 1024, 1025}) {
            assertTrue(scratch.doubles(length).length >= length);
            assertTrue(scratch.floats(length).length >= length);
        }
        scratch.clear();
        double[] numbers = scratch.doubles(1000);
        scratch.clear();
        assertSame(numbers, scratch.doubles(700));
    }

    @Test
    void picturesOfEverOtherSizesAreNotAllKept() {
        Set<byte[]> first = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int length = 1000; length < 1100; length++) {
            first.add(scratch.bytes(length));
            scratch.clear();
        }
        int kept = 0;
        for (int length = 1000; length < 1100; length++) {
            kept += first.contains(scratch.bytes(length)) ? 1 : 0;
        }
        assertTrue(kept >= 1 && kept <= 3, kept + " are kept");
    }
}
