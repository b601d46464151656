package org.gridwright.data.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.gridwright.data.work.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison is made once, and its points are counted again when there are others. */
class KeptComparisonsTest {

  private static final Theme THEME = Theme.of("picture", "Picture", CodeScheme.FREE, "grid");

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  private static ComparedPlan side(long id, String picture) {
    Plan plan = Pictures.plan(THEME, 0, 0, 10_000, picture);
    return new ComparedPlan(ComparedPlan.Kind.PLAN, id, plan, () -> PackedLocator.of(plan));
  }

  @Test
  void groundIsComparedOnceAndPointsAreCountedAgain() {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"));
        Jobs jobs = new Jobs("compare", 1, 4, 2, Clock.systemUTC())) {
      KeptComparisons kept = new KeptComparisons(store, jobs, LIMIT, Long.MAX_VALUE);
      ComparedPlan from = side(1, "AAB");
      ComparedPlan to = side(2, "ABB");
      ComparedPlans first = kept.compare(from, 0, to, 0, CompareOptions.DEFAULT);

      assertThat(kept.compare(from, 0, to, 0, CompareOptions.DEFAULT)).isSameAs(first);
      ComparedPlan draft = new ComparedPlan(ComparedPlan.Kind.DRAFT, 7, to.plan(), to.locator());
      assertThat(kept.compare(from, 0, draft, 0, CompareOptions.DEFAULT).to()).isEqualTo(draft);
      assertThat(kept.compare(from, 0, to, 0, CompareOptions.DEFAULT.withWidth(1)).comparison())
          .isNotSameAs(first.comparison());

      store
          .addresses()
          .put(List.of(new Address("1", "here", new LatticePoint(15_000, 5_000))).iterator());
      ComparedPlans second = kept.compare(from, 0, to, 0, CompareOptions.DEFAULT);

      assertThat(second.comparison()).isSameAs(first.comparison());
      assertThat(second.addresses().moved()).isEqualTo(1);
    }
  }

  @Test
  void whatWeighsMoreThanTheBudgetLeavesAndTheNewestStays() {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"));
        Jobs jobs = new Jobs("compare", 1, 4, 2, Clock.systemUTC())) {
      ComparedPlan from = side(1, "AAB");
      ComparedPlan to = side(2, "ABB");
      CompareOptions other = CompareOptions.DEFAULT.withWidth(1);
      KeptComparisons one = new KeptComparisons(store, jobs, LIMIT, 1);
      ComparedPlans first = one.compare(from, 0, to, 0, CompareOptions.DEFAULT);
      assertThat(one.compare(from, 0, to, 0, CompareOptions.DEFAULT)).isSameAs(first);
      one.compare(from, 0, to, 0, other);
      assertThat(one.compare(from, 0, to, 0, CompareOptions.DEFAULT)).isNotSameAs(first);

      KeptComparisons two = new KeptComparisons(store, jobs, LIMIT, 3 * first.weight() / 2);
      ComparedPlans kept = two.compare(from, 0, to, 0, CompareOptions.DEFAULT);
      two.compare(from, 0, to, 0, other);
      assertThat(two.compare(from, 0, to, 0, CompareOptions.DEFAULT)).isNotSameAs(kept);

      KeptComparisons many = new KeptComparisons(store, jobs, LIMIT, 4 * first.weight());
      ComparedPlans stays = many.compare(from, 0, to, 0, CompareOptions.DEFAULT);
      many.compare(from, 0, to, 0, other);
      assertThat(many.compare(from, 0, to, 0, CompareOptions.DEFAULT)).isSameAs(stays);
    }
  }
}
