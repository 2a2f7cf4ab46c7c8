package huibao.workbook.summary;

import com.sun.management.OperatingSystemMXBean;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Bulletin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What it costs to write a summary of so many districts, whose figures are made while it is written. Run it alone and
 * with as little heap as it takes; no test looks at its numbers.
 */
public final class SummaryCost {

    private SummaryCost() {}

    /** @param arguments how many districts; a file to leave the workbook in */
    public static void main(String[] arguments) throws IOException {
        int districts = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        Catalogue catalogue = ManyUnits.of(CatalogueReader.read(Path.of("jobs/ningbo-2023")), districts);
        Bulletin bulletin = SummaryFixture.quiet(catalogue);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long process = processNanos();
        long thread = threadNanos();
        long start = System.nanoTime();
        new SummaryWorkbook(catalogue, Messages.in(Locale.CHINESE)).write(bulletin, file);
        System.out.printf(
                Locale.ROOT,
                "%d districts: CPU %.2f s, of it the writing thread's %.2f s; %.2f s; heap at most %d MB; file %d KB%n",
                districts,
                (processNanos() - process) / 1e9,
                (threadNanos() - thread) / 1e9,
                (System.nanoTime() - start) / 1e9,
                peakBytes() >> 20,
                Files.size(file) >> 10);
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
