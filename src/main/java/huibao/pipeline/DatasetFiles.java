package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.dataset.ParquetDataset;
import huibao.files.DurableFiles;
import huibao.model.Bulletin;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Parquet files lie: observations and findings in one file per unit, so that a unit's files change
 * only with the unit; attainments in one file per period, since ranks and the city's rows depend on all.
 */
final class DatasetFiles {

    static final List<String> TABLES = List.of("observation", "finding", "attainment");

    private final Catalogue catalogue;
    private final JobFolders folders;

    DatasetFiles(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }
}
