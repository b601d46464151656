package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.data.store.sql.SqlStore;

/** An empty store in a temporary file, removed when it is closed. */
public final class TempGeoPackage implements AutoCloseable {

  private final Path file;
  private final SqlStore store;

  private TempGeoPackage(Path file) {
    this.file = file;
    this.store = GeoPackageStores.open(file);
  }

  public static TempGeoPackage open() {
    try {
      return new TempGeoPackage(Files.createTempDirectory("gridwright-").resolve("city.gpkg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SqlStore store() {
    return store;
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() {
    store.close();
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
      Files.delete(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
