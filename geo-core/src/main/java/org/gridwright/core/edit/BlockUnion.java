package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Grids as unions of faces: those of the blocks that change hands, and of all grids around them. A
 * face of a block goes to the block's grid; every other one stays. For one edit.
 */
final class BlockUnion {

  private final EditablePlan plan;
  private final int depth;
  private final List<AssignedBlock> blocks;
  private final List<String> codes;
  private final Arrangement arrangement;

  /** Faces of grids by code, ascending. */
  private final Map<String, List<Integer>> before = new TreeMap<>(Plan.CODE_ORDER);

  private final Map<String, List<Integer>> after = new TreeMap<>(Plan.CODE_ORDER);
  private final GroundFlow flow = new GroundFlow();

  BlockUnion(EditablePlan plan, List<AssignedBlock> blocks) {
    this.plan = plan;
    this.depth = plan.plan().theme().gridLevel().depth();
    this.blocks = blocks;
    this.codes = List.copyOf(around(plan, depth, blocks));
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    codes.forEach(code -> areas.add(Units.grid(plan.plan(), code).drawnArea()));
    blocks.forEach(block -> areas.add(block.area()));
    this.arrangement = Arrangement.divided(areas, List.of());
    arrangement.boundedFaces().forEach(this::hand);
  }

  private static Set<String> around(EditablePlan plan, int depth, List<AssignedBlock> blocks) {
    Set<String> codes = new TreeSet<>(Plan.CODE_ORDER);
    for (AssignedBlock block : blocks) {
      plan.gridsNear(block.area().envelope()).forEach(grid -> codes.add(grid.code()));
      plan.plan().unit(depth, block.grid()).ifPresent(grid -> codes.add(grid.code()));
    }
    return codes;
  }

  /** Gives a face to who is to have it. */
  private void hand(int face) {
    AssignedBlock block = null;
    List<String> owners = new ArrayList<>();
    for (int owner : arrangement.owners(face)) {
      if (owner < codes.size()) {
        owners.add(codes.get(owner));
        add(before, codes.get(owner), face);
      } else {
        block = only(block, blocks.get(owner - codes.size()), face);
      }
    }
    if (block == null) {
      owners.forEach(owner -> add(after, owner, face));
      return;
    }
    add(after, block.grid(), face);
    flow.moves(owners, block.grid(), face);
  }

  private AssignedBlock only(@Nullable AssignedBlock one, AssignedBlock other, int face) {
    if (one == null || one.grid().equals(other.grid())) {
      return other;
    }
    throw EditRefusedException.at(
        arrangement.area(face).orElseThrow(), Refusal.BLOCKS_OVERLAP, one.block(), other.block());
  }

  private static void add(Map<String, List<Integer>> faces, String code, int face) {
    faces.computeIfAbsent(code, it -> new ArrayList<>()).add(face);
  }

  PlanChange change(AssignBlocksEdit edit) {
    Outcome outcome = new Outcome(plan.plan());
    Map<String, LatticeMultiPolygon> drawn = drawn(edit.multipart());
    Patch patch = Patch.around(plan, box());
    for (String code : codes) {
      if (!after.containsKey(code)) {
        remove(code, edit.emptied(), outcome);
        patch.remove(code);
      }
    }
    drawn.forEach(
        (code, area) -> {
          if (!before.containsKey(code)) {
            outcome.put(added(code, area, edit, outcome));
          }
          patch.put(code, area);
        });
    flow.families(before.keySet(), after.keySet())
        .forEach(family -> outcome.addLineage(depth, family.from(), family.to()));
    patch.finish(outcome);
    return Contiguity.above(plan.plan(), outcome.change(), edit.multipart());
  }

  private LatticeEnvelope box() {
    LatticeEnvelope box = Reach.aroundAreas(blocks.stream().map(AssignedBlock::area).toList());
    for (String code : codes) {
      box = box.union(Units.grid(plan.plan(), code).drawnArea().envelope());
    }
    return box;
  }

  private void remove(String code, boolean allowed, Outcome outcome) {
    if (!allowed) {
      throw EditRefusedException.at(
          Units.grid(plan.plan(), code).drawnArea(), Refusal.UNIT_EMPTIED, code);
    }
    outcome.remove(depth, code);
  }

  /** Outlines that are others than before. */
  private Map<String, LatticeMultiPolygon> drawn(boolean multipart) {
    Map<String, LatticeMultiPolygon> drawn = new TreeMap<>(Plan.CODE_ORDER);
    after.forEach(
        (code, faces) -> {
          LatticeMultiPolygon is =
              arrangement.area(faces.stream().mapToInt(Integer::intValue).toArray()).orElseThrow();
          Optional<LatticeMultiPolygon> was = plan.plan().unit(depth, code).map(Unit::drawnArea);
          if (was.isPresent() && !isOther(was.get(), is)) {
            return;
          }
          if (!multipart) {
            requireWhole(code, was.map(it -> it.polygons().size()).orElse(1), is);
          }
          drawn.put(code, is);
        });
    return drawn;
  }

  private static boolean isOther(LatticeMultiPolygon was, LatticeMultiPolygon is) {
    return !PackedRings.edges(was).equals(PackedRings.edges(is));
  }

  /** Refused at the smallest part, which is what should go elsewhere. */
  private static void requireWhole(String code, int parts, LatticeMultiPolygon is) {
    if (is.polygons().size() > parts) {
      LatticePolygon smallest = is.polygons().get(0);
      for (LatticePolygon polygon : is.polygons()) {
        smallest = size(polygon) < size(smallest) ? polygon : smallest;
      }
      throw EditRefusedException.at(
          LatticeMultiPolygon.of(smallest),
          Refusal.UNIT_WOULD_FALL_APART,
          code,
          is.polygons().size());
    }
  }

  private static double size(LatticePolygon polygon) {
    return DividedPatch.size(LatticeMultiPolygon.of(polygon));
  }

  private Unit added(String code, LatticeMultiPolygon area, AssignBlocksEdit edit, Outcome out) {
    String parent = edit.parent() == null ? parentBefore(code) : edit.parent();
    if (depth > 0 && (parent == null || plan.plan().unit(depth - 1, parent).isEmpty())) {
      throw EditRefusedException.at(area, Refusal.UNIT_WITHOUT_PARENT, code);
    }
    new NewCodes(plan.plan(), out).given(depth, code, parent);
    return new Unit(depth, code, parent, code, Map.of(), area);
  }

  /** The parent of the grid that most of a new one's ground was of. */
  private @Nullable String parentBefore(String code) {
    String most = null;
    double largest = 0;
    for (Map.Entry<String, int[]> part : flow.sources(code).entrySet()) {
      double size = arrangement.area(part.getValue()).map(DividedPatch::size).orElse(0.0);
      if (size > largest) {
        largest = size;
        most = part.getKey();
      }
    }
    return most == null ? null : Units.grid(plan.plan(), most).parentCode();
  }
}
