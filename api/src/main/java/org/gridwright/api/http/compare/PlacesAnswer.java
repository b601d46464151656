package org.gridwright.api.http.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Unit;

/**
 * Where units are that were not kept, in columns of equal length: what a map shows of very many.
 *
 * @param fates names that the columns count in, from 0
 */
record PlacesAnswer(List<String> fates, Column from, Column to) {

  /**
   * The middles of units, in degrees.
   *
   * @param fate index of the name of each one's fate
   */
  record Column(List<Double> lon, List<Double> lat, List<Integer> fate) {

    Column() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(Unit unit, Fate what) {
      LatticeEnvelope box = UnitText.envelope(unit);
      if (!box.isEmpty()) {
        lon.add(Lattice.degrees((int) (((long) box.minX() + box.maxX()) / 2)));
        lat.add(Lattice.degrees((int) (((long) box.minY() + box.maxY()) / 2)));
        fate.add(what.ordinal());
      }
    }
  }

  static PlacesAnswer of(Comparison comparison) {
    Column from = new Column();
    Column to = new Column();
    for (Family family : comparison.families()) {
      if (family.fate() != Fate.KEPT) {
        family.from().forEach(unit -> from.add(comparison.from().get(unit), family.fate()));
        family.to().forEach(unit -> to.add(comparison.to().get(unit), family.fate()));
      }
    }
    return new PlacesAnswer(Arrays.stream(Fate.values()).map(Fate::id).toList(), from, to);
  }
}
