package io.augstream.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.stream.ImageOutputStreamImpl;

/** A file in memory, to be written and then read, in pieces of one length that are borrowed as they are needed. */
final class MemoryFile extends ImageOutputStreamImpl {
    private static final int PIECE = 1 << 14;

    private final IntFunction<byte[]> memory;
    private final List<byte[]> pieces = new ArrayList<>();
    private long length;

    /** @param memory gives arrays of just the length asked for */
    MemoryFile(IntFunction<byte[]> memory) {
        this.memory = memory;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        flushBits();
        for (int done = 0; done < count; ) {
            if (streamPos == (long) pieces.size() * PIECE) {
                pieces.add(memory.apply(PIECE));
            }
            int part = Math.min(count - done, toEndOfPiece());
            System.arraycopy(from, offset + done, piece(), place(), part);
            done += part;
            streamPos += part;
            length = Math.max(length, streamPos);
        }
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= length) {
            return -1;
        }
        int value = piece()[place()] & 0xff;
        streamPos++;
        return value;
    }

    @Override
    public int read(byte[] to, int offset, int count) {
        bitOffset = 0;
        int part = (int) Math.min(Math.min(count, toEndOfPiece()), length - streamPos);
        if (part <= 0) {
            return count == 0 ? 0 : -1;
        }
        System.arraycopy(piece(), place(), to, offset, part);
        streamPos += part;
        return part;
    }

    /** Nothing is let go: an encoder flushes what is still to be read. */
    @Override
    public void flushBefore(long position) {}

    private byte[] piece() {
        return pieces.get((int) (streamPos / PIECE));
    }

    private int place() {
        return (int) (streamPos % PIECE);
    }

    private int toEndOfPiece() {
        return PIECE - place();
    }
}
