package org.gridwright.core.edit;

import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.jspecify.annotations.Nullable;

/**
 * Draws grids as unions of given blocks. Ground of which no block is given stays with whom it has;
 * a block that its grid has already changes nothing. A code that no grid has makes a new grid.
 *
 * @param blocks valid areas that do not overlap
 * @param parent of new grids; null for that of the grid that had most of their ground
 * @param multipart whether units may fall into more parts than they had
 * @param emptied whether grids that are left without ground go; otherwise they are refused
 */
public record AssignBlocksEdit(
    List<AssignedBlock> blocks, @Nullable String parent, boolean multipart, boolean emptied)
    implements Edit {

  /** What revisions are called that come of a file of assignments. */
  public static final String KIND = "assignments";

  public AssignBlocksEdit {
    blocks = List.copyOf(blocks);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.aroundAreas(blocks.stream().map(AssignedBlock::area).toList());
  }

  @Override
  public PlanChange change(EditScope scope) {
    BlockHolders held =
        BlockHolders.of(scope.editable(), blocks.stream().map(AssignedBlock::area).toList());
    List<AssignedBlock> moving =
        IntStream.range(0, blocks.size())
            .filter(it -> !held.isHeldBy(it, blocks.get(it).grid()))
            .mapToObj(blocks::get)
            .toList();
    if (moving.isEmpty()) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    return new BlockUnion(scope.editable(), moving).change(this);
  }
}
