package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerTableTest {

  @TempDir Path folder;

  @Test
  void answersLikeTheStoreAndNoticesAChange() {
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      store
          .directory()
          .putOfficers(List.of(officer("2", "full-time", "A"), officer("1", "part-time", "A")));
      OfficerTable table = new OfficerTable(store.directory(), Duration.ZERO);
      assertThat(table.officersOf("t", "A")).isEqualTo(store.directory().officersOf("t", "A"));
      assertThat(table.officersOf("t", "B")).isEmpty();
      assertThat(table.officersOf("other", "A")).isEmpty();

      store.directory().putOfficers(List.of(officer("3", "professional", "B")));
      assertThat(table.officersOf("t", "B")).isEqualTo(store.directory().officersOf("t", "B"));
    }
  }

  @Test
  void servesOnWhenTheStoreIsAway() {
    OfficerTable table;
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      store.directory().putOfficers(List.of(officer("1", "full-time", "A")));
      table = new OfficerTable(store.directory(), Duration.ZERO);
      assertThat(table.officersOf("t", "A")).hasSize(1);
    }
    assertThat(table.officersOf("t", "A")).extracting(Officer::id).containsExactly("1");
  }

  private static Officer officer(String id, String role, String grid) {
    return new Officer(id, "Officer " + id, role, null, "t", grid);
  }
}
