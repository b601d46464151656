package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * What changes hands when the border between two grids is drawn anew. The line cuts both into
 * pieces, and the pieces between line and border change hands:
 *
 * <ul>
 *   <li>A piece that has nothing but the line and the border around it does, as long as another one
 *       is left.
 *   <li>Of the others, the largest stays, and those along the border change hands.
 *   <li>Where nothing changes hands by that, the line runs through a grid from outline to outline:
 *       then what lies along the border does.
 * </ul>
 */
final class ReshapedBorder {

  /** A piece of one of the two grids. */
  private record Piece(int grid, int face, boolean alongBorder, boolean alongOthers) {}

  private final DividedPatch divided;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> moved;

  /**
   * @param divided two grids, cut by the line
   */
  ReshapedBorder(DividedPatch divided) {
    this.divided = divided;
    for (int grid = 0; grid < 2; grid++) {
      for (int face : divided.facesOf(grid)) {
        pieces.add(piece(grid, face));
      }
    }
    this.moved = moved();
  }

  boolean changesNothing() {
    return moved.isEmpty();
  }

  /**
   * What one of the two grids is afterwards.
   *
   * @param was what it is now
   */
  LatticeMultiPolygon area(int grid, LatticeMultiPolygon was) {
    String code = divided.codes().get(grid);
    List<Integer> faces = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.grid == grid != moved.contains(piece)) {
        faces.add(piece.face);
      }
    }
    LatticeMultiPolygon is =
        divided
            .area(faces)
            .orElseThrow(() -> EditRefusedException.at(was, Refusal.UNIT_WOULD_VANISH, code));
    Units.requireWhole(code, was, is);
    return is;
  }

  private Piece piece(int grid, int face) {
    Arrangement arrangement = divided.arrangement();
    boolean[] along = new boolean[2];
    arrangement.forEachHalf(
        face,
        half -> {
          int across = arrangement.face(half ^ 1);
          boolean border = arrangement.covers(1 - grid, across);
          along[0] |= border;
          along[1] |= !border && !arrangement.covers(grid, across);
        });
    return new Piece(grid, face, along[0], along[1]);
  }

  private List<Piece> moved() {
    List<Piece> changing = new ArrayList<>();
    for (int grid = 0; grid < 2; grid++) {
      changing.addAll(cutOff(grid));
    }
    if (changing.isEmpty()) {
      for (int grid = 0; grid < 2; grid++) {
        List<Piece> own = piecesOf(grid);
        if (own.stream().anyMatch(piece -> !piece.alongBorder)) {
          own.stream().filter(Piece::alongBorder).forEach(changing::add);
        }
      }
    }
    return changing;
  }

  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private List<Piece> cutOff(int grid) {
    List<Piece> own = piecesOf(grid);
    List<Piece> candidates = own.stream().filter(Piece::alongOthers).toList();
    if (candidates.isEmpty()) {
      candidates = own;
    }
    Piece stays = candidates.get(0);
    for (Piece piece : candidates) {
      stays = size(piece) > size(stays) ? piece : stays;
    }
    Piece largest = stays;
    return own.stream().filter(piece -> piece != largest && piece.alongBorder).toList();
  }

  private List<Piece> piecesOf(int grid) {
    return pieces.stream().filter(piece -> piece.grid == grid).toList();
  }

  private double size(Piece piece) {
    return DividedPatch.size(divided.area(List.of(piece.face)).orElseThrow());
  }
}
