package org.gridwright.api.http.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerPage;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCountTest {

  @TempDir Path folder;

  @Test
  void rowsAreCountedAgainOnlyAfterAWrite() {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      Watched addresses = new Watched(store.layers().addresses());
      KeptCount count = new KeptCount(addresses);
      assertThat(count.rows()).isZero();
      assertThat(count.rows()).isZero();
      assertThat(addresses.counted).isEqualTo(1);
      store.addresses().put(List.of(new Address("a", "1 Main", new LatticePoint(3, 4))).iterator());
      assertThat(count.rows()).isEqualTo(1);
      assertThat(count.rows()).isEqualTo(1);
      assertThat(addresses.counted).isEqualTo(2);
    }
  }

  /** A layer that says how often it was counted. */
  private static final class Watched implements Layer {

    private final Layer layer;
    private int counted;

    private Watched(Layer layer) {
      this.layer = layer;
    }

    @Override
    public LayerSchema schema() {
      return layer.schema();
    }

    @Override
    public LayerPage read(LayerQuery query) {
      return layer.read(query);
    }

    @Override
    public long count(LayerQuery query) {
      counted++;
      return layer.count(query);
    }

    @Override
    public String version(LayerQuery query) {
      return layer.version(query);
    }
  }
}
