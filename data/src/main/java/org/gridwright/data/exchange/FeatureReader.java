package org.gridwright.data.exchange;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.message.Message;

/**
 * Reads the features of a file one after the other. For one thread; close it at the end. {@code
 * hasNext} and {@code next} throw {@link InputException} for whatever is wrong with the file.
 */
public interface FeatureReader extends Iterator<Feature>, AutoCloseable {

  /**
   * The reference system that the file names, as {@code EPSG:n}; empty where it names none. First
   * ordinates are east whatever the authority's axis order is.
   */
  Optional<String> crs();

  /**
   * The field that numbers the records and says nothing about them, such as the key of a GeoPackage
   * table; empty where there is none.
   */
  default Optional<String> keyField() {
    return Optional.empty();
  }

  /** What was found out about how the file is written, and should be told. */
  default List<Message> notes() {
    return List.of();
  }

  /**
   * A number as the file writes it, with a point as its decimal mark; empty where the marks in it
   * are not those of the file's numbers, or can stand between thousands.
   */
  default Optional<String> pointed(String number) {
    return Optional.of(number);
  }

  /** What to do where {@link #pointed} has nothing. */
  default Message decimalRemedy() {
    return Remedies.OPTIONS.setting("decimal", "…");
  }

  /** Bytes of the file read so far, for progress; grows up to {@link #bytesTotal}. */
  long bytesRead();

  /** Size of the file in bytes. */
  long bytesTotal();

  @Override
  void close();

  /**
   * Opens a GeoJSON, GeoPackage or CSV file, by its content; GeoJSON and CSV may be compressed with
   * gzip.
   *
   * @throws InputException when the file is absent, empty, or of none of these formats
   */
  static FeatureReader open(Path path, ReadOptions options) {
    InputFile file = InputFile.of(path);
    return switch (file.content()) {
      case GEOPACKAGE -> GeoPackageReader.open(file, options);
      case JSON -> new GeoJsonReader(file, options);
      case TEXT -> new CsvFeatureReader(file, options);
    };
  }
}
