package org.gridwright.api.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/**
 * A demo city in a file.
 *
 * @param box around its plan
 * @param place in the middle of one of its grids
 */
record BenchCity(Path store, LatticeEnvelope box, LatticePoint place) {

  /** The city of a size in a folder, made where it is not there yet. */
  static BenchCity in(Path folder, int grids) {
    Path path = folder.resolve("city" + grids + ".gpkg");
    if (!Files.exists(path)) {
      make(grids, path);
    }
    try (Store store = Stores.open(path.toString())) {
      String theme = store.themes().all().get(0).id();
      Plan plan = store.plans().load(store.plans().latest(theme).orElseThrow().id());
      LatticeEnvelope box = plan.grids().get(plan.grids().size() / 2).drawnArea().envelope();
      LatticePoint middle =
          new LatticePoint(
              (int) (((long) box.minX() + box.maxX()) / 2),
              (int) (((long) box.minY() + box.maxY()) / 2));
      return new BenchCity(path, plan.envelope(), middle);
    }
  }

  static void make(int grids, Path path) {
    try (Store store = Stores.open(path.toString())) {
      DemoLoader.load(
          DemoCity.generate(DemoOptions.of(grids, 1), Progress.NONE), store, Progress.NONE);
    }
  }

  /** The request whose the place is. */
  String locate() {
    return "/api/v1/locate?lon=" + place.lon() + "&lat=" + place.lat();
  }
}
