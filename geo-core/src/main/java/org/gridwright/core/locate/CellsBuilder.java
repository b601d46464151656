package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Builds {@link Cells} from the edges of a plan: rows of top cells in parallel, put together in
 * order.
 */
final class CellsBuilder {

  private final EdgeTable edges;
  private final int owners;
  private final CellGeometry geometry;
  private final double alpha;

  /** With the sizes that measured best; see docs/adr. */
  CellsBuilder(EdgeTable edges, int owners) {
    this(edges, owners, targetFor(edges.count), edges.count < 500_000 ? 16 : 2.5);
  }

  /**
   * @param target top cells along the longer side
   * @param alpha sub-cells wanted for each edge of a top cell
   */
  @SuppressWarnings("NullAway") // build() asks whether there is any
  CellsBuilder(EdgeTable edges, int owners, int target, double alpha) {
    this.edges = edges;
    this.owners = owners;
    this.alpha = alpha;
    this.geometry = edges.count == 0 ? null : CellGeometry.around(edges, target);
  }

  private static int targetFor(int edgeCount) {
    int target = 64;
    while (target < 256 && (long) target * target * 4 < edgeCount) {
      target *= 2;
    }
    return target;
  }

  Cells build(Progress progress) {
    if (geometry == null) {
      return new Cells(0, 0, 0, 1, 1, new int[1], new int[1], new int[0]);
    }
    progress.checkpoint();
    CellRow[] lists = listRows(progress);
    Steps steps = progress.steps(2L * lists.length);
    Arrays.stream(lists)
        .parallel()
        .forEach(
            row -> {
              steps.done();
              row.findMeetings();
            });
    CellRowResolver[] rows =
        IntStream.range(0, lists.length)
            .parallel()
            .mapToObj(
                r -> {
                  steps.done();
                  return new CellRowResolver(edges, geometry, r, lists[r]);
                })
            .toArray(CellRowResolver[]::new);
    progress.checkpoint();
    return assemble(lists, rows);
  }

  private CellRow[] listRows(Progress progress) {
    int[] start = new int[geometry.rows() + 1];
    for (int e = 0; e < edges.count; e++) {
      for (int r = firstRow(e); r <= lastRow(e); r++) {
        start[r + 1]++;
      }
    }
    for (int r = 0; r < geometry.rows(); r++) {
      start[r + 1] += start[r];
    }
    int[] rowEdges = new int[start[geometry.rows()]];
    int[] next = Arrays.copyOf(start, geometry.rows());
    for (int e = 0; e < edges.count; e++) {
      for (int r = firstRow(e); r <= lastRow(e); r++) {
        rowEdges[next[r]++] = e;
      }
    }
    return IntStream.range(0, geometry.rows())
        .parallel()
        .mapToObj(
            r -> {
              progress.checkpoint();
              return new CellRow(edges, geometry, r, rowEdges, start[r], start[r + 1], alpha);
            })
        .toArray(CellRow[]::new);
  }

  private int firstRow(int edge) {
    return (edges.ends[4 * edge + 1] - geometry.originY() - 1) >> geometry.shift();
  }

  private int lastRow(int edge) {
    return (edges.ends[4 * edge + 3] - geometry.originY()) >> geometry.shift();
  }

  /**
   * Slots 0 … owners of {@code sub} hold their own number, for the columns that one owner holds
   * throughout. Lets go of each row once it has been taken over.
   */
  @SuppressWarnings("NullAway")
  private Cells assemble(CellRow[] lists, CellRowResolver[] rows) {
    int cells = owners + 1;
    long ints = 0;
    int crowded = 0;
    for (int r = 0; r < rows.length; r++) {
      cells = Math.addExact(cells, rows[r].sub.length);
      ints += rows[r].writer.length;
      crowded += (int) Arrays.stream(rows[r].constant).filter(set -> set < 0).count();
    }
    cells += crowded;
    if (cells > Cells.OFFSET_MASK || ints > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the plan needs more cells than a locator holds: " + cells);
    }
    int[] top = new int[geometry.rows() * geometry.columns()];
    int[] sub = new int[cells];
    int[] blocks = new int[(int) ints];
    for (int i = 0; i <= owners; i++) {
      sub[i] = i;
    }
    int used = owners + 1;
    int written = 0;
    for (int r = 0; r < rows.length; r++) {
      CellRowResolver row = rows[r];
      System.arraycopy(row.writer.blocks, 0, blocks, written, row.writer.length);
      int firstCell = used;
      for (int said : row.sub) {
        sub[used++] = said >= 0 ? said : said - written;
      }
      for (int c = 0; c < geometry.columns(); c++) {
        int at = r * geometry.columns() + c;
        if (lists[r].split[c] >= 0) {
          top[at] = lists[r].split[c] << 28 | firstCell + lists[r].offset[c];
        } else if (row.constant[c] >= 0) {
          top[at] = row.constant[c];
        } else {
          top[at] = used;
          sub[used++] = row.constant[c] - written;
        }
      }
      written += row.writer.length;
      rows[r] = null;
      lists[r] = null;
    }
    return new Cells(
        geometry.originX(),
        geometry.originY(),
        geometry.shift(),
        geometry.columns(),
        geometry.rows(),
        top,
        sub,
        blocks);
  }
}
