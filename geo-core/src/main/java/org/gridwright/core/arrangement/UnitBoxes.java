package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/**
 * The rectangles around units, and a tree over them. After a change of a few units the tree of
 * before is kept, and the changed units are looked at one by one. Immutable and thread-safe.
 */
final class UnitBoxes {

  /** So many changed units are looked at one by one before a new tree is worth its while. */
  private static final int MOST_EXTRA = 2_000;

  private final int[] boxes;
  private final BoxTree tree;

  /** Unit of each item of the tree, or -1 where it is gone or changed; null: item i is unit i. */
  private final int @Nullable [] unitOfItem;

  private final int[] extra;

  private UnitBoxes(int[] boxes, BoxTree tree, int @Nullable [] unitOfItem, int[] extra) {
    this.boxes = boxes;
    this.tree = tree;
    this.unitOfItem = unitOfItem;
    this.extra = extra;
  }

  static UnitBoxes of(List<LatticeMultiPolygon> areas) {
    int[] boxes = new int[4 * areas.size()];
    for (int unit = 0; unit < areas.size(); unit++) {
      put(boxes, unit, areas.get(unit).envelope());
    }
    return new UnitBoxes(boxes, new BoxTree(boxes), null, new int[0]);
  }

  /** The rectangles after a change. */
  UnitBoxes after(LatticeMultiPolygon[] areas, Succession succession) {
    int[] moved = new int[4 * areas.length];
    for (int unit = 0; unit < areas.length; unit++) {
      int was = succession.before(unit);
      if (was >= 0) {
        System.arraycopy(boxes, 4 * was, moved, 4 * unit, 4);
      } else {
        put(moved, unit, areas[unit].envelope());
      }
    }
    int[] extras =
        IntStream.concat(
                IntStream.of(extra).map(succession::after).filter(unit -> unit >= 0),
                IntStream.of(succession.fresh()))
            .sorted()
            .toArray();
    if (extras.length > MOST_EXTRA) {
      return new UnitBoxes(moved, new BoxTree(moved), null, new int[0]);
    }
    int[] items = new int[tree.size()];
    for (int item = 0; item < items.length; item++) {
      int was = unitOfItem == null ? item : unitOfItem[item];
      items[item] = was < 0 ? -1 : succession.after(was);
    }
    return new UnitBoxes(moved, tree, items, extras);
  }

  /** Visits every unit whose rectangle meets a closed rectangle, in no particular order. */
  void visit(int[] box, IntConsumer visitor) {
    tree.visit(
        box[0],
        box[1],
        box[2],
        box[3],
        item -> {
          int unit = unitOfItem == null ? item : unitOfItem[item];
          if (unit >= 0) {
            visitor.accept(unit);
          }
        });
    for (int unit : extra) {
      if (boxes[4 * unit] <= box[2]
          && box[0] <= boxes[4 * unit + 2]
          && boxes[4 * unit + 1] <= box[3]
          && box[1] <= boxes[4 * unit + 3]) {
        visitor.accept(unit);
      }
    }
  }

  int[] box(int unit) {
    return Arrays.copyOfRange(boxes, 4 * unit, 4 * unit + 4);
  }

  private static void put(int[] boxes, int unit, LatticeEnvelope box) {
    boxes[4 * unit] = box.minX();
    boxes[4 * unit + 1] = box.minY();
    boxes[4 * unit + 2] = box.maxX();
    boxes[4 * unit + 3] = box.maxY();
  }
}
