package org.gridwright.data.draft;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Random work on a GeoPackage file. */
class GeoPackageRandomDraftTest extends RandomDraftContract {

  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("city.gpkg").toString();
  }
}
