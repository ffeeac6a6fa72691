package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryFileTest {
    @Test
    void whatWasWrittenIsReadAcrossPieces() throws IOException {
        byte[] written = new byte[40_000];
        for (int i = 0; i < written.length; i++) {
            written[i] = (byte) (i * 31 >> 3);
        }
        try (MemoryFile file = new MemoryFile(byte[]::new)) {
            file.write(written, 0, 20_000);
            file.write(written, 20_000, 20_000);
            file.write(7);
            assertEquals(40_001, file.length());
            file.seek(0);
            byte[] read = new byte[40_000];
            file.readFully(read);
            assertArrayEquals(written, read);
            assertEquals(7, file.read());
            assertEquals(-1, file.read());
            assertEquals(-1, file.read(read, 0, 1));
        }
    }

    @Test
    void bytesBehindBitsBeginAtTheNextByte() throws IOException {
        try (MemoryFile file = new MemoryFile(byte[]::new)) {
            file.writeBits(0b101, 3);
            file.write(new byte[] {9, 8}, 0, 2);
            file.writeBits(1, 1);
            file.write(7);
            file.seek(0);
            assertEquals(0b10100000, file.read());
            assertEquals(9, file.read());
            assertEquals(0, file.readBits(4));
            byte[] rest = new byte[1];
            assertEquals(1, file.read(rest, 0, 1));
            assertEquals(8, rest[0]);
            assertEquals(1, file.readBit());
            file.seek(3);
            assertEquals(0, file.readBits(0));
            assertEquals(0b10000000, file.read());
            assertEquals(0, file.getBitOffset());
            assertEquals(7, file.read());
        }
    }
}
