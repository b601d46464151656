package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
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
  void answersLikeTheStoreAndAfterARefreshLikeTheChangedStore() {
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString());
        OfficerTable table = new OfficerTable(store.roster(), () -> Set.of("t"))) {
      Rosters.assign(store, "2", "full-time", "t", "A");
      Rosters.assign(store, new Assignment("1", "t", "A", "part-time", MAY, MAY.plusDays(3)));
      for (int round = 0; round < 2; round++) {
        for (int day = -1; day < 5; day++) {
          LocalDate at = MAY.plusDays(day);
          assertThat(table.officersOf("t", "A", at)).isEqualTo(store.roster().of("t", "A", at));
        }
        assertThat(table.officersOf("t", "A", MAY)).hasSize(2);
        assertThat(table.officersOf("t", "B", MAY)).isEmpty();
        assertThat(table.officersOf("other", "A", MAY)).isEmpty();
        table.refresh();
      }

      Rosters.assign(store, "3", "professional", "t", "B");
      assertThat(table.officersOf("t", "B", MAY)).as("asks no database").isEmpty();
      table.refresh();
      assertThat(table.officersOf("t", "B", MAY)).isEqualTo(store.roster().of("t", "B", MAY));
    }
  }

  @Test
  void servesOnWhenTheStoreIsAway() {
    Store store = Stores.open(folder.resolve("city.gpkg").toString());
    try (OfficerTable table = new OfficerTable(store.roster(), () -> Set.of("t"))) {
      Rosters.assign(store, "1", "full-time", "t", "A");
      table.refresh();
      store.close();

      table.refresh();
      assertThat(table.officersOf("t", "A", MAY))
          .extracting(entry -> entry.officer().id())
          .containsExactly("1");
    }
  }

  @Test
  void aThemeThatIsNewIsReadAlthoughTheRosterIsAsBefore() {
    Set<String> themes = new HashSet<>(Set.of("t"));
    Store store = Stores.open(folder.resolve("city.gpkg").toString());
    try (OfficerTable table = new OfficerTable(store.roster(), () -> Set.copyOf(themes))) {
      Rosters.assign(store, "1", "full-time", "u", "A");
      table.refresh();
      themes.add("u");
      table.refresh();
      store.close();

      assertThat(table.officersOf("u", "A", MAY)).hasSize(1);
    }
  }
}
