package org.gridwright.data.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison is made once, and its points are counted again when there are others. */
class KeptComparisonsTest {

  private static final Theme THEME = Theme.of("picture", "Picture", CodeScheme.FREE, "grid");

  @TempDir Path folder;

  private static ComparedPlan side(long id, String picture) {
    Plan plan = Pictures.plan(THEME, 0, 0, 10_000, picture);
    return new ComparedPlan(ComparedPlan.Kind.PLAN, id, plan, () -> PackedLocator.of(plan));
  }

  @Test
  void groundIsComparedOnceAndPointsAreCountedAgain() {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      KeptComparisons kept = new KeptComparisons(store);
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
}
