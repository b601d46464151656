package org.gridwright.data.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** What a label tells beside what its unit does: how wide it may be on the ground, in metres. */
  public static final String ROOM = "room";

  /** Two units of a tile, a sixteenth of a pixel on a screen, until zooming in shows no more. */
  private static final int FINENESS = 1;

  private final Map<LatticeMultiPolygon, LabelPoint> labels =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** What a vector tile can hold. */
  public enum Part {
    /** The units as areas, or as points where no ground of them is left. */
    UNITS,
    /** The lines between them, with the coarsest level that they bound. */
    LINES,
    /** A point for the name of each unit, with the room for it in metres. */
    LABELS;

    /** What a request calls it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The name of the layer with the lines of a level. */
  public static String lines(String level) {
    return level + "_lines";
  }

  /** The units near a tile, with their numbers. */
  private record Near(List<Unit> units, int[] numbers) {

    static Near of(TileEdition edition, int depth, int[] indexes) {
      List<Unit> units = IntStream.of(indexes).mapToObj(edition.plan().units(depth)::get).toList();
      int[] all = edition.numbers(depth);
      return new Near(units, IntStream.of(indexes).map(index -> all[index]).toArray());
    }

    /** What is told of one of them. */
    Map<String, String> tags(int i) {
      return UnitTags.of(units.get(i));
    }
  }

  /**
   * A vector tile of some parts. One of labels alone costs little: no ground is rounded for it.
   *
   * @param parts what it holds
   */
  public byte[] vector(TileEdition edition, int depth, TileAddress tile, Set<Part> parts) {
    int[] indexes = edition.plan().meeting(depth, tile.surroundings());
    if (indexes.length == 0) {
      return new byte[0];
    }
    Near near = Near.of(edition, depth, indexes);
    List<VectorLayer> layers = new ArrayList<>();
    if (parts.contains(Part.UNITS) || parts.contains(Part.LINES)) {
      TileAreas rounded =
          TileAreas.of(
              tile,
              tile.z() == TileAddress.LAST_ZOOM ? 0 : FINENESS,
              near.units().stream().map(Unit::drawnArea).toList());
      if (parts.contains(Part.UNITS)) {
        layers.add(ground(tile, near, rounded));
      }
      if (parts.contains(Part.LINES)) {
        layers.add(lines(edition.plan(), depth, near.units(), rounded));
      }
    }
    if (parts.contains(Part.LABELS)) {
      layers.add(labels(tile, near));
    }
    return VectorLayer.tile(layers);
  }

  private VectorLayer ground(TileAddress tile, Near near, TileAreas rounded) {
    VectorLayer layer = new VectorLayer(UNITS);
    BitSet shown = new BitSet();
    for (TileArea area : rounded.areas()) {
      int i = area.index();
      shown.set(i);
      layer.polygons(near.numbers()[i], near.tags(i), area.polygons());
    }
    for (int i = shown.nextClearBit(0); i < near.units().size(); i = shown.nextClearBit(i + 1)) {
      LatticePoint place = label(near.units().get(i)).place();
      int[] at = tile.units(place.x(), place.y());
      if (tile.holds(at)) {
        layer.point(near.numbers()[i], near.tags(i), at[0], at[1]);
      }
    }
    return layer;
  }

  private VectorLayer labels(TileAddress tile, Near near) {
    VectorLayer layer = new VectorLayer(LABELS);
    for (int i = 0; i < near.units().size(); i++) {
      LabelPoint label = label(near.units().get(i));
      int[] at = tile.units(label.place().x(), label.place().y());
      if (tile.holds(at)) {
        Map<String, Object> tags = new LinkedHashMap<>(near.tags(i));
        tags.put(ROOM, Math.round(label.metres()));
        layer.point(near.numbers()[i], tags, at[0], at[1]);
      }
    }
    return layer;
  }

  /**
   * A tile of the numbers of the units of a level that own each pixel.
   *
   * @param marked whether {@link OwnerTile#CONTESTED} is set where several units claim one
   */
  public byte[] owners(TileEdition edition, int depth, TileAddress tile, boolean marked) {
    int[] numbers = edition.ofOwners(depth);
    return OwnerTile.encoded(
        marked
            ? OwnerTile.marked(edition.locator(), tile, numbers)
            : OwnerTile.owners(edition.locator(), tile, numbers));
  }

  private VectorLayer lines(Plan plan, int depth, List<Unit> units, TileAreas rounded) {
    String[][] paths = new String[units.size()][];
    for (int i = 0; i < paths.length; i++) {
      // most units stand beside one of the same parent
      String[] before =
          i > 0 && depth > 0 && isBeside(units.get(i - 1), units.get(i)) ? paths[i - 1] : null;
      paths[i] = before == null ? above(plan, units.get(i)) : before;
    }
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

  private static boolean isBeside(Unit one, Unit other) {
    return one.parent().equals(other.parent());
  }

  /** The codes of the units that a unit is part of, the coarsest first. */
  private static String[] above(Plan plan, Unit unit) {
    return plan.path(unit).stream().limit(unit.depth()).map(Unit::code).toArray(String[]::new);
  }

  /** The depth of the coarsest level of which two units differ. */
  @SuppressWarnings("ReferenceEquality") // those of units beside each other are the same ones
  private static int coarsest(String[][] paths, int left, int right) {
    if (left == TileLines.NOBODY || right == TileLines.NOBODY) {
      return 0;
    }
    String[] one = paths[left];
    int differs = one == paths[right] ? -1 : Arrays.mismatch(one, paths[right]);
    return differs < 0 ? one.length : differs;
  }

  private LabelPoint label(Unit unit) {
    LatticeMultiPolygon area = unit.drawnArea();
    LabelPoint known = labels.get(area);
    if (known == null) {
      known = LabelPoint.of(area);
      labels.put(area, known);
    }
    return known;
  }
}
