package org.gridwright.core.arrangement;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * The rectangles around units, and a tree over them. After a change of a few units the tree of
 * before is kept, and the units that changed since are looked at one by one; what that takes is in
 * proportion to them. Immutable and thread-safe.
 */
final class UnitBoxes {

  /** So many changed units are looked at one by one before a new tree is worth its while. */
  private static final int MOST_EXTRA = 2_000;

  private final LatticeMultiPolygon[] areas;
  private final BoxTree tree;

  /** From the units that the tree was made of, which are its items, to those of today. */
  private final Renumbering sinceTree;

  /** Units that are not in the tree, and their rectangles. */
  private final int[] extra;

  private final int[] extraBoxes;

  private UnitBoxes(LatticeMultiPolygon[] areas, BoxTree tree, Renumbering sinceTree) {
    this.areas = areas;
    this.tree = tree;
    this.sinceTree = sinceTree;
    this.extra = sinceTree.fresh();
    this.extraBoxes = boxes(areas, extra);
  }

  /**
   * @param areas of the units, which must not change any more
   */
  static UnitBoxes of(LatticeMultiPolygon[] areas) {
    int[] all = new int[4 * areas.length];
    for (int unit = 0; unit < areas.length; unit++) {
      put(all, unit, areas[unit].envelope());
    }
    BitSet none = new BitSet();
    return new UnitBoxes(
        areas, new BoxTree(all), Renumbering.of(areas.length, none, areas.length, none));
  }

  /**
   * The rectangles after a change.
   *
   * @param now the areas after it, which must not change any more
   */
  UnitBoxes after(LatticeMultiPolygon[] now, Renumbering renumbering) {
    Renumbering all = sinceTree.then(renumbering);
    return all.fresh().length > MOST_EXTRA ? of(now) : new UnitBoxes(now, tree, all);
  }

  /** Visits every unit whose rectangle meets a closed rectangle, in no particular order. */
  void visit(int[] box, IntConsumer visitor) {
    tree.visit(
        box[0],
        box[1],
        box[2],
        box[3],
        item -> {
          int unit = sinceTree.after(item);
          if (unit >= 0) {
            visitor.accept(unit);
          }
        });
    for (int i = 0; i < extra.length; i++) {
      if (extraBoxes[4 * i] <= box[2]
          && box[0] <= extraBoxes[4 * i + 2]
          && extraBoxes[4 * i + 1] <= box[3]
          && box[1] <= extraBoxes[4 * i + 3]) {
        visitor.accept(extra[i]);
      }
    }
  }

  int[] box(int unit) {
    int[] box = new int[4];
    put(box, 0, areas[unit].envelope());
    return box;
  }

  private static int[] boxes(LatticeMultiPolygon[] areas, int[] units) {
    int[] boxes = new int[4 * units.length];
    for (int i = 0; i < units.length; i++) {
      put(boxes, i, areas[units[i]].envelope());
    }
    return boxes;
  }

  private static void put(int[] boxes, int unit, LatticeEnvelope box) {
    boxes[4 * unit] = box.minX();
    boxes[4 * unit + 1] = box.minY();
    boxes[4 * unit + 2] = box.maxX();
    boxes[4 * unit + 3] = box.maxY();
  }
}
