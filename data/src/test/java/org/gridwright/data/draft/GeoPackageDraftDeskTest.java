package org.gridwright.data.draft;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The desk on a GeoPackage file. */
class GeoPackageDraftDeskTest extends OfficersFollowContract {

  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("city.gpkg").toString();
  }
}
