package org.gridwright.data.draft;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The balance of drafts in a GeoPackage file. */
class GeoPackageDraftBalanceTest extends DraftBalanceContract {

  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("city.gpkg").toString();
  }
}
