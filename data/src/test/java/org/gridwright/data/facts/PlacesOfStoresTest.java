package org.gridwright.data.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridwright.core.fact.Places;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the addresses of a store lie. */
class PlacesOfStoresTest {

  private static final LatticeEnvelope ALL = new LatticeEnvelope(0, 0, 100, 100);

  @Test
  void readingThemStopsInTheMiddle(@TempDir Path folder) {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      store.addresses().put(List.of(address(1), address(2), address(3)).iterator());
      Places places = StoreFacts.places(store.addresses());
      assertThat(places.within(ALL, Progress.NONE).size()).isEqualTo(3);
      AtomicInteger asked = new AtomicInteger();
      Progress cancelledAtTheSecond =
          Progress.of(
              () -> {
                if (asked.incrementAndGet() == 2) {
                  throw new CancelledException();
                }
              },
              Progress.Listener.NOBODY);
      assertThatThrownBy(() -> places.within(ALL, cancelledAtTheSecond))
          .isInstanceOf(CancelledException.class);
      assertThat(asked).hasValue(2);
    }
  }

  private static Address address(int number) {
    return new Address("a" + number, number + " Main Street", new LatticePoint(number, number));
  }
}
