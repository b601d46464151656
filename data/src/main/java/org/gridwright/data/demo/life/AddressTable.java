package org.gridwright.data.demo.life;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.demo.ground.Ground;
import org.gridwright.data.demo.ground.Plane;
import org.gridwright.data.demo.ground.Road;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.demo.ground.StreetRing;
import org.gridwright.data.model.Address;

/**
 * Addresses along the streets, in columns, 20 bytes each; their texts are made when asked for. An
 * address lies inside the block behind its street, 8 to 14 m from it; house numbers rise along the
 * street, odd on its left and even on its right. Addresses of a grid stand together, in the order
 * of grids. Immutable after building; safe to read from any thread.
 */
public final class AddressTable {

  /** Metres of street front per house number on one side. */
  private static final int FRONT = 12;

  private int[] x = new int[1024];
  private int[] y = new int[1024];
  private int[] road = new int[1024];
  private int[] number = new int[1024];
  private int size;
  private final int[] firstOfGrid;

  private AddressTable(int grids) {
    firstOfGrid = new int[grids + 1];
  }

  /**
   * Places about {@code wanted} addresses.
   *
   * @param cells all grids in order; grids without a street get no address
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static AddressTable place(
      Plane plane, List<Ground.Cell> cells, int wanted, Seeded random, Progress progress) {
    Steps steps = progress.steps(cells.size());
    AddressTable table = new AddressTable(cells.size());
    Set<Long> given = new HashSet<>(2 * wanted);
    double perGrid = wanted / (double) cells.size();
    for (int g = 0; g < cells.size(); g++) {
      steps.done();
      table.firstOfGrid[g] = table.size;
      Seeded seeded = random.fork(g);
      int count = (int) (perGrid * seeded.between(0.65, 1.35) + seeded.next());
      for (int tries = 0, placed = 0;
          placed < Math.max(1, count) && tries < 8 * count + 40;
          tries++) {
        placed += table.tryPlace(plane, cells.get(g), given, seeded) ? 1 : 0;
      }
    }
    table.firstOfGrid[cells.size()] = table.size;
    return table;
  }

  private boolean tryPlace(Plane plane, Ground.Cell cell, Set<Long> given, Seeded random) {
    StreetRing block = cell.blocks().get(random.below(cell.blocks().size()));
    int edge = random.below(block.size());
    int way = block.road(edge);
    Road.Kind kind = Road.kind(way);
    int next = edge + 1 == block.size() ? 0 : edge + 1;
    if (kind == Road.Kind.EDGE || kind == Road.Kind.BRIDGE) {
      return false;
    }
    double ax = plane.metresX(block.x(edge));
    double ay = plane.metresY(block.y(edge));
    double dx = plane.metresX(block.x(next)) - ax;
    double dy = plane.metresY(block.y(next)) - ay;
    double length = Math.sqrt(dx * dx + dy * dy);
    double back = random.between(8, 14);
    int px = plane.stepsX(ax + dx / 2 - dy / length * back);
    int py = plane.stepsY(ay + dy / 2 + dx / length * back);
    int house = 2 * (block.metre(edge) / FRONT) + (block.leftOfRoad(edge) ? 1 : 2);
    long key = ((long) way << 32) | house;
    if (given.contains(key) || !block.holds(px, py) || !cell.ring().holds(px, py)) {
      return false;
    }
    given.add(key);
    add(px, py, way, house);
    return true;
  }

  private void add(int px, int py, int way, int house) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      road = Arrays.copyOf(road, 2 * size);
      number = Arrays.copyOf(number, 2 * size);
    }
    x[size] = px;
    y[size] = py;
    road[size] = way;
    number[size] = house;
    size++;
  }

  public int size() {
    return size;
  }

  public int x(int i) {
    return x[i];
  }

  public int y(int i) {
    return y[i];
  }

  /** The first address of a grid; those of grid {@code g} are [first(g), first(g + 1)). */
  public int first(int grid) {
    return firstOfGrid[grid];
  }

  /** Index of the grid that an address lies in. */
  public int gridOf(int address) {
    int at = Arrays.binarySearch(firstOfGrid, address);
    if (at < 0) {
      return -at - 2;
    }
    while (firstOfGrid[at + 1] == address) {
      at++;
    }
    return at;
  }

  /** All addresses in order. */
  public Stream<Address> stream() {
    return IntStream.range(0, size).mapToObj(this::address);
  }

  private Address address(int i) {
    MadeUpNames.Name name = MadeUpNames.road(road[i]);
    return new Address(
        String.format(Locale.ROOT, "A%07d", i + 1),
        name.zh() + number[i] + "号 (" + number[i] + " " + name.en() + ")",
        new LatticePoint(x[i], y[i]));
  }
}
