package org.gridwright.data.tile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.LabelPoint;
import org.gridwright.core.tile.OwnerTile;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.tile.TileArea;
import org.gridwright.core.tile.TileAreas;
import org.gridwright.core.tile.TileLines;
import org.gridwright.core.tile.VectorLayer;

/**
 * Makes tiles of the units of a level. Thread-safe; label points are kept as long as the areas are
 * they belong to.
 */
public final class UnitTiles {

  /** The layers of a vector tile. */
  public static final String UNITS = "units";

  public static final String LABELS = "labels";

  /** Two units of a tile, a sixteenth of a pixel on a screen, until zooming in shows no more. */
  private static final int FINENESS = 1;

  private final Map<LatticeMultiPolygon, LatticePoint> labels =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The name of the layer with the lines of a level. */
  public static String lines(String level) {
    return level + "_lines";
  }

  /**
   * A vector tile: units as polygons, or as points where no ground of them is left; the lines
   * between them with the coarsest level that they bound; a point for the label of each unit.
   */
  public byte[] vector(TileEdition edition, int depth, TileAddress tile) {
    Plan plan = edition.plan();
    int[] near = plan.meeting(depth, tile.surroundings());
    if (near.length == 0) {
      return new byte[0];
    }
    List<Unit> units = IntStream.of(near).mapToObj(plan.units(depth)::get).toList();
    TileAreas rounded =
        TileAreas.of(
            tile,
            tile.z() == TileAddress.LAST_ZOOM ? 0 : FINENESS,
            units.stream().map(Unit::drawnArea).toList());
    VectorLayer ground = new VectorLayer(UNITS);
    VectorLayer labelled = new VectorLayer(LABELS);
    int[] numbers = edition.numbers(depth);
    BitSet shown = new BitSet();
    List<Map<String, String>> tags = units.stream().map(UnitTags::of).toList();
    for (TileArea area : rounded.areas()) {
      shown.set(area.index());
      ground.polygons(numbers[near[area.index()]], tags.get(area.index()), area.polygons());
    }
    for (int i = 0; i < near.length; i++) {
      LatticePoint label = label(units.get(i));
      int[] place = tile.units(label.x(), label.y());
      if (tile.holds(place)) {
        labelled.point(numbers[near[i]], tags.get(i), place[0], place[1]);
        if (!shown.get(i)) {
          ground.point(numbers[near[i]], tags.get(i), place[0], place[1]);
        }
      }
    }
    return VectorLayer.tile(List.of(ground, lines(plan, depth, units, rounded), labelled));
  }

  /** A tile of the numbers of the units of a level that own each pixel. */
  public byte[] owners(TileEdition edition, int depth, TileAddress tile) {
    return OwnerTile.encoded(OwnerTile.owners(edition.locator(), tile, edition.ofOwners(depth)));
  }

  private VectorLayer lines(Plan plan, int depth, List<Unit> units, TileAreas rounded) {
    String[][] paths =
        units.stream()
            .map(unit -> plan.path(unit).stream().map(Unit::code).toArray(String[]::new))
            .toArray(String[][]::new);
    List<List<int[]>> lines =
        rounded.lines(depth + 1, (left, right) -> coarsest(paths, left, right));
    VectorLayer layer = new VectorLayer(lines(plan.theme().levels().get(depth).name()));
    for (int bounded = 0; bounded <= depth; bounded++) {
      if (!lines.get(bounded).isEmpty()) {
        layer.lines(
            bounded + 1L,
            Map.of("level", plan.theme().levels().get(bounded).name()),
            lines.get(bounded));
      }
    }
    return layer;
  }

  /** The depth of the coarsest level of which two units differ. */
  private static int coarsest(String[][] paths, int left, int right) {
    if (left == TileLines.NOBODY || right == TileLines.NOBODY) {
      return 0;
    }
    return Arrays.mismatch(paths[left], paths[right]);
  }

  private LatticePoint label(Unit unit) {
    LatticeMultiPolygon area = unit.drawnArea();
    LatticePoint known = labels.get(area);
    if (known == null) {
      known = LabelPoint.of(area);
      labels.put(area, known);
    }
    return known;
  }
}
