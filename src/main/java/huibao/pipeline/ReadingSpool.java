package huibao.pipeline;

import huibao.binary.RecordCodec;
import huibao.model.Reading;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Readings set aside in a file until it is their turn: workbooks are read in the order in which they arrived and
 * judged in another, and only their places are kept in memory. The file is of no use to any other run and is gone
 * when the spool is closed; what a killed run left is overwritten.
 */
final class ReadingSpool implements AutoCloseable {

    private static final RecordCodec<Reading> CODEC = RecordCodec.of(Reading.class);

    private final FileChannel file;
    private long end;

    private ReadingSpool(FileChannel file) {
        this.file = file;
    }

    /** The file in a folder. */
    static Path in(Path folder) {
        return folder.resolve("readings.tmp");
    }

    /** @param folder where it lies */
    static ReadingSpool open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = in(folder);
        Files.deleteIfExists(file);
        return new ReadingSpool(FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /**
     * Where a reading lies.
     *
     * @param at its first byte
     * @param length how many bytes it takes
     */
    record Place(long at, int length) {}

    Place put(Reading reading) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(CODEC.encode(reading));
        Place place = new Place(end, bytes.remaining());
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
        return place;
    }

    Reading get(Place place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place.at() + bytes.position()) < 0) {
                throw new EOFException("the readings set aside end too early");
            }
        }
        return CODEC.decode(bytes.array());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
