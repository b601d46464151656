package org.gridwright.data.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.junit.jupiter.api.Test;

class WkbTest {

  private static LatticeMultiPolygon writtenAndRead(LatticeMultiPolygon area) {
    ByteBuffer wkb = Wkb.buffer(Wkb.size(area));
    Wkb.put(wkb, area);
    return Wkb.readArea(wkb.flip());
  }

  @Test
  void anAreaIsReadAsItWasWritten() {
    LatticeMultiPolygon area =
        Wkt.area(
            "MULTIPOLYGON (((0 0, 90 0, 90 90, 0 90, 0 0), (10 10, 10 20, 20 20, 10 10)),"
                + " ((200 0, 300 0, 300 70, 200 0)))");

    assertThat(writtenAndRead(area).polygons()).isEqualTo(area.polygons());
  }

  @Test
  void partsThatAnEarlierReleaseStoredOverEachOtherAreReadAsTheirUnion() {
    LatticeMultiPolygon square = Wkt.area("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))");
    LatticeMultiPolygon twice =
        new LatticeMultiPolygon(List.of(square.polygons().get(0), square.polygons().get(0)));

    assertThat(writtenAndRead(twice)).isEqualTo(square);
  }
}
