package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The first bytes of a file, as if it ended there. */
final class FileHead implements SeekableByteChannel {

    private final FileChannel file;
    private final long size;

    private FileHead(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    static FileHead of(Path file, long size) throws IOException {
        return new FileHead(FileChannel.open(file, StandardOpenOption.READ), size);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long left = size - file.position();
        if (left <= 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        try {
            return file.read(target);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        file.position(place);
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }
}
