package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
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
    Set<Message> steps = new LinkedHashSet<>();
    double[] reached = {0};
    Progress progress =
        Progress.told(
            (step, done, total, share) -> {
              steps.add(step);
              reached[0] = share;
            });
    DemoCity city = DemoCity.generate(DemoOptions.of(122, 1), progress.part(0, 0.5));
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      PlanInfo plan = DemoLoader.load(city, store, progress.part(0.5, 1));
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
    assertThat(steps)
        .containsExactly(
            Stream.of(DemoStage.values()).map(DemoStage::message).toArray(Message[]::new));
    assertThat(reached[0]).isEqualTo(1);
  }
}
