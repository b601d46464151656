package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo city in a real store. */
class DemoLoaderTest {

  @TempDir private Path folder;

  @Test
  void theWholeCityIsStored() {
    DemoCity city = DemoCity.generate(DemoOptions.of(122, 1));
    Map<DemoLoader.Stage, Long> reached = new EnumMap<>(DemoLoader.Stage.class);
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      PlanInfo plan =
          DemoLoader.load(city, store, (stage, done, total) -> reached.put(stage, total));
      assertThat(store.plans().inForce("service-grids", LocalDate.of(2024, 1, 1)))
          .map(PlanInfo::id)
          .contains(plan.id());
      assertThat(store.plans().count(plan.id(), 4)).isEqualTo(122);
      assertThat(store.themes().jurisdiction("service-grids")).contains(city.jurisdiction());
      assertThat(store.addresses().count()).isEqualTo(city.addressCount());
      assertThat(store.incidents().count(IncidentStore.Query.ALL)).isEqualTo(city.incidentCount());
      assertThat(store.incidents().find("2024-000001").orElseThrow().given()).isNotNull();
      String code = city.plan().grids().get(0).code();
      assertThat(store.roster().of("service-grids", code, LocalDate.EPOCH)).isNotEmpty();
      assertThat(store.directory().departments()).hasSize(10);
    }
    assertThat(reached).containsOnlyKeys(DemoLoader.Stage.values());
  }
}
