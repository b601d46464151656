package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a planner does to a plan, as a value. Units are named by code; where no depth is given, they
 * are grids. Points are on the lattice, and lines are sequences of two or more of them.
 */
public sealed interface Edit {

  /** The name used in APIs and histories, such as {@code move-vertex}. */
  String kind();

  /**
   * Cuts a grid along a drawn line that crosses it. Each piece that is cut off becomes a grid of
   * its own, with parent and attributes of the whole.
   *
   * @param keeps which piece keeps code and name
   * @param codes codes of the other pieces, west to east; those that are missing are made up
   */
  record Split(String unit, List<LatticePoint> line, Keeper keeps, List<String> codes)
      implements Edit {

    public Split {
      line = List.copyOf(line);
      codes = List.copyOf(codes);
    }

    @Override
    public String kind() {
      return "split";
    }
  }

  /**
   * Divides a grid into what lies inside a drawn area and what lies outside.
   *
   * @param keeps which of both keeps code and name
   * @param code code of the other one; made up where it is null
   */
  record CutOut(String unit, LatticeMultiPolygon area, Keeper keeps, @Nullable String code)
      implements Edit {

    @Override
    public String kind() {
      return "split";
    }
  }

  /**
   * Makes one grid of several.
   *
   * @param into the one whose code, name, parent and attributes live on; the first where it is null
   * @param multipart whether grids that do not touch may be merged
   */
  record Merge(List<String> units, @Nullable String into, boolean multipart) implements Edit {

    public Merge {
      units = List.copyOf(units);
    }

    @Override
    public String kind() {
      return "merge";
    }
  }

  /**
   * Draws the border between two grids anew: the ground between the border and the line changes
   * hands. The line starts and ends on the border, or crosses the grids from outline to outline; it
   * may cross the border several times.
   */
  record Reshape(String unit, String other, List<LatticePoint> line) implements Edit {

    public Reshape {
      line = List.copyOf(line);
    }

    @Override
    public String kind() {
      return "reshape";
    }
  }

  /** Moves a vertex of all grids that have it. */
  record MoveVertex(LatticePoint from, LatticePoint to) implements Edit {

    @Override
    public String kind() {
      return "move-vertex";
    }
  }

  /** Puts a vertex into an edge of all grids that have the edge; it need not lie on the edge. */
  record AddVertex(LatticePoint at, LatticePoint edgeStart, LatticePoint edgeEnd) implements Edit {

    @Override
    public String kind() {
      return "add-vertex";
    }
  }

  /** Takes a vertex out of all grids that have it. */
  record RemoveVertex(LatticePoint at) implements Edit {

    @Override
    public String kind() {
      return "remove-vertex";
    }
  }

  /**
   * Gives a drawn area, as far as it belongs to other grids, to one grid.
   *
   * @param from the only grids that give; all where it is empty
   * @param multipart whether the receiver may get parts that do not touch it, and a giver may fall
   *     into more parts than it had
   */
  record Transfer(List<String> from, String to, LatticeMultiPolygon area, boolean multipart)
      implements Edit {

    public Transfer {
      from = List.copyOf(from);
    }

    @Override
    public String kind() {
      return "transfer";
    }
  }

  /**
   * Gives the places of addresses to one grid, each with the ground of its grid that is nearer to
   * it than to any place that stays.
   *
   * @param from the only grids that give; all where it is empty
   * @param places those that go; the receiver's own stay where they are
   * @param others places that stay; those outside the grids that give do not matter
   * @param multipart as for {@link Transfer}
   */
  record TransferPlaces(
      List<String> from,
      String to,
      List<LatticePoint> places,
      List<LatticePoint> others,
      boolean multipart)
      implements Edit {

    public TransferPlaces {
      from = List.copyOf(from);
      places = List.copyOf(places);
      others = List.copyOf(others);
    }

    @Override
    public String kind() {
      return "transfer";
    }
  }

  /**
   * Gives blocks to one grid: the pieces of other grids between given lines, such as streets.
   *
   * @param from the only grids that give; all where it is empty
   * @param blocks a place in each block that goes
   * @param multipart as for {@link Transfer}
   */
  record TransferBlocks(
      List<String> from,
      String to,
      List<LatticePoint> blocks,
      List<LatticeLine> lines,
      boolean multipart)
      implements Edit {

    public TransferBlocks {
      from = List.copyOf(from);
      blocks = List.copyOf(blocks);
      lines = List.copyOf(lines);
    }

    @Override
    public String kind() {
      return "transfer";
    }
  }

  /**
   * Makes a grid of the part of a drawn area that belongs to nobody.
   *
   * @param code made up where it is null
   * @param parent that of the neighbour with the longest border where it is null
   * @param name the code where it is null
   */
  record AddUnit(
      @Nullable String code,
      @Nullable String parent,
      @Nullable String name,
      LatticeMultiPolygon area)
      implements Edit {

    @Override
    public String kind() {
      return "add-unit";
    }
  }

  /** Removes a grid and gives its ground to others. */
  record Retire(String unit, Heir heir) implements Edit {

    @Override
    public String kind() {
      return "retire";
    }
  }

  /**
   * Gives a unit another name.
   *
   * @param names names in other languages by language tag, such as {@code en}; others stay
   */
  record Rename(int depth, String unit, String name, Map<String, String> names) implements Edit {

    public Rename {
      names = Map.copyOf(names);
    }

    @Override
    public String kind() {
      return "rename";
    }
  }

  /** Gives a unit another code. Units below it follow. */
  record Recode(int depth, String unit, String code) implements Edit {

    @Override
    public String kind() {
      return "recode";
    }
  }

  /**
   * Numbers the units directly below a parent anew, in rows from north to south and within a row
   * from west to east. In scheme {@code cn15} they get the sequences from 001; in a free one, the
   * codes that they have are dealt out anew.
   *
   * @param depth depth of the parent
   */
  record Renumber(int depth, String parent) implements Edit {

    @Override
    public String kind() {
      return "renumber";
    }
  }

  /** Puts a unit below another parent. In scheme {@code cn15} it gets a new code there. */
  record ChangeParent(int depth, String unit, String parent) implements Edit {

    @Override
    public String kind() {
      return "change-parent";
    }
  }

  /** Declares that nobody is meant to own an area. */
  record DeclareVoid(DeclaredVoid declared) implements Edit {

    @Override
    public String kind() {
      return "declare-void";
    }
  }

  /** Takes a declared void back. */
  record DropVoid(String name) implements Edit {

    @Override
    public String kind() {
      return "drop-void";
    }
  }

  /** Sets attributes of a unit; one set to blank text is taken away, others stay. */
  record SetAttributes(int depth, String unit, Map<String, String> attributes) implements Edit {

    public SetAttributes {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public String kind() {
      return "attributes";
    }
  }

  /** Several edits, each on the outcome of the one before; all or none. */
  record Batch(List<Edit> edits) implements Edit {

    public Batch {
      edits = List.copyOf(edits);
    }

    @Override
    public String kind() {
      return "batch";
    }
  }

  /**
   * Puts a proposal into effect that was worked out elsewhere, such as a repair or a redraw.
   *
   * @param areas new areas of grids that stay, by code
   * @param added grids that are new
   * @param removed codes of grids that go
   * @param lineage which became which
   */
  record ReplaceAreas(
      Map<String, LatticeMultiPolygon> areas,
      List<Unit> added,
      List<String> removed,
      List<Lineage> lineage)
      implements Edit {

    public ReplaceAreas {
      areas = Map.copyOf(areas);
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      lineage = List.copyOf(lineage);
    }

    @Override
    public String kind() {
      return "replace-areas";
    }
  }
}
