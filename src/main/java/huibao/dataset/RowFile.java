package huibao.dataset;

import com.jerolba.carpet.io.FileSystemOutputFile;
import huibao.column.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** One Parquet file, row by row. */
final class RowFile {

    private RowFile() {}

    /** How often values come again: a dictionary of the few values of some dozens of rows takes longer than it saves. */
    enum Repeated {
        LITTLE,
        MUCH
    }

    /**
     * Writes a file, replacing the one there was.
     *
     * @param name what its rows are
     * @param repetition whether dictionaries of values pay
     * @param rows shows the rows in order
     */
    static <T> void write(
            Path file,
            String name,
            List<Column<T>> columns,
            Map<String, String> metadata,
            Repeated repetition,
            Consumer<Consumer<T>> rows) {
        try (ParquetWriter<T> writer = new Builder<>(
                        new FileSystemOutputFile(file.toFile()), new RowSupport<>(name, columns, metadata))
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(ZstdBlocks.SHARED)
                .withDictionaryEncoding(repetition == Repeated.MUCH)
                .build()) {
            rows.accept(row -> {
                try {
                    writer.write(row);
                } catch (IOException e) {
                    throw refused(file, e);
                }
            });
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    private static UncheckedIOException refused(Path file, IOException cause) {
        return new UncheckedIOException(
                file + ": the Parquet file cannot be written; check that its folder exists and is writable", cause);
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {

        private final WriteSupport<T> support;

        Builder(OutputFile file, WriteSupport<T> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<T> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return support;
        }
    }
}
