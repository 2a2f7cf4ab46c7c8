package huibao.dataset;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses the pages of many small files with one context: the library makes one for each page, which takes longer than
 * to compress the page with it.
 */
final class ZstdBlocks implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

    /** There is one for all files of the process, and it is never released. */
    static final ZstdBlocks SHARED = new ZstdBlocks();

    /** The level the library compresses with unless told otherwise. */
    private static final int LEVEL = 3;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

    private ZstdBlocks() {}

    @Override
    public synchronized BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(page.size()));
        page.writeAllTo(bytes);
        return BytesInput.from(context.compress(bytes.toByteArray()));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return this;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("files are only written here");
    }

    @Override
    public void release() {
        // The next file is compressed with the same context.
    }
}
