package huibao.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file says of itself, as Parquet key-value metadata.
 *
 * @param catalogueHash the catalogue the rows were judged under; key {@code huibao.catalogue_hash}
 * @param unitMeasures unit of measure by item or indicator; key {@code huibao.unit_measure}, one
 *     {@code code=unit} per line
 */
public record DatasetMetadata(String catalogueHash, SortedMap<String, String> unitMeasures) {

    public DatasetMetadata {
        unitMeasures = Collections.unmodifiableSortedMap(new TreeMap<>(unitMeasures));
    }

    public DatasetMetadata(String catalogueHash, Map<String, String> unitMeasures) {
        this(catalogueHash, new TreeMap<>(unitMeasures));
    }
}
