package org.gridwright.data.draft;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Many planners on a GeoPackage file. */
class GeoPackageManyPlannersTest extends ManyPlannersContract {

  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("city.gpkg").toString();
  }
}
