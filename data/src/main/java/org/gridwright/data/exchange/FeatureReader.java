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
   * The reference system to read with: the one that was told, otherwise the one that the file
   * names, as a code such as {@code EPSG:n} or a definition in well-known text; empty where neither
   * does. Ordinates are in the order that {@link org.gridwright.crs.CrsTransform} takes.
   */
  Optional<String> crs();

  /**
   * The field that numbers the records and says nothing about them, such as the key of a GeoPackage
   * table; empty where there is none.
   */
  default Optional<String> keyField() {
    return Optional.empty();
  }

  /** What a person should know of how the file was read; complete once it is read to its end. */
  default List<Message> notes() {
    return List.of();
  }

  /** How a CSV is written; empty for other formats. */
  default Optional<TextDialect> dialect() {
    return Optional.empty();
  }

  /** The file as a whole, as a place. */
  Source source();

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
   * Opens a GeoJSON, GeoPackage or CSV file, by its content; each may be compressed with gzip.
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

  /**
   * The layers of a file, in order of name; empty for formats without layers.
   *
   * @throws InputException when the file cannot be read, or is a GeoPackage without layers
   */
  static List<String> layers(Path path) {
    InputFile file = InputFile.of(path);
    return file.content() == InputFile.Content.GEOPACKAGE
        ? GeoPackageReader.layers(file)
        : List.of();
  }
}
