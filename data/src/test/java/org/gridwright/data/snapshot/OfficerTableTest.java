package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerTableTest {

  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

  @TempDir Path folder;

  @Test
  void answersLikeTheStoreAndNoticesAChange() {
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      Rosters.assign(store, "2", "full-time", "t", "A");
      Rosters.assign(store, new Assignment("1", "t", "A", "part-time", MAY, MAY.plusDays(3)));
      OfficerTable table = new OfficerTable(store.roster(), Duration.ZERO);
      for (int day = -1; day < 5; day++) {
        LocalDate at = MAY.plusDays(day);
        assertThat(table.officersOf("t", "A", at)).isEqualTo(store.roster().of("t", "A", at));
      }
      assertThat(table.officersOf("t", "A", MAY)).hasSize(2);
      assertThat(table.officersOf("t", "B", MAY)).isEmpty();
      assertThat(table.officersOf("other", "A", MAY)).isEmpty();

      Rosters.assign(store, "3", "professional", "t", "B");
      assertThat(table.officersOf("t", "B", MAY)).isEqualTo(store.roster().of("t", "B", MAY));
    }
  }

  @Test
  void servesOnWhenTheStoreIsAway() {
    OfficerTable table;
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      Rosters.assign(store, "1", "full-time", "t", "A");
      table = new OfficerTable(store.roster(), Duration.ZERO);
      assertThat(table.officersOf("t", "A", MAY)).hasSize(1);
    }
    assertThat(table.officersOf("t", "A", MAY))
        .extracting(entry -> entry.officer().id())
        .containsExactly("1");
  }
}
