package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Builds the ground: outline and river, then districts between boulevards, streets between avenues,
 * communities between streets, and grids of blocks between lanes. Communities are built in
 * parallel; each has a seed of its own, so the result does not depend on the number of threads.
 */
public final class GroundBuilder {

  /** Blocks per grid before they are joined. */
  private static final double BLOCKS_PER_GRID = 1.9;

  private static final int MOST_CHILDREN = 999;

  /** Share of the time at which the communities begin to be built, roughly. */
  private static final double BEGUN = 0.2;

  private final GroundCounts counts;
  private final Terrain terrain;
  private final Divider divider;
  private final BlockMerger merger;
  private final RiverCut riverCut;
  private final BandOrder order;
  private final Seeded random;

  private GroundBuilder(GroundCounts counts, long seed) {
    this.counts = counts;
    random = new Seeded(seed);
    terrain = Terrain.shape(counts.grids(), random.fork(1));
    RingCutter cutter = new RingCutter(terrain.plane(), terrain.density(), terrain.grain());
    divider = new Divider(terrain.plane(), terrain.density(), cutter);
    merger = new BlockMerger(terrain.plane(), terrain.density());
    riverCut =
        new RiverCut(
            terrain, new StreetTracer(terrain.plane(), terrain.density(), terrain.grain()), cutter);
    order = new BandOrder(terrain.plane());
  }

  /**
   * The ground of a city.
   *
   * @param grids how many grids, at least 15
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Ground build(int grids, long seed, Progress progress) {
    return new GroundBuilder(GroundCounts.of(grids), seed).build(progress);
  }

  /** A community on the way: its ring, how many grids it gets, and the street it belongs to. */
  private record Lot(int street, StreetRing ring, int grids, boolean water) {}

  private record Land(List<StreetRing> districts, int northern, Optional<StreetRing> water) {}

  private Ground build(Progress progress) {
    Land land = land();
    progress.checkpoint();
    List<StreetRing> streets = new ArrayList<>();
    List<Integer> districtOfStreet = new ArrayList<>();
    int[] perDistrict = divider.share(counts.streets(), land.districts, 1, MOST_CHILDREN);
    for (int d = 0; d < perDistrict.length; d++) {
      progress.checkpoint();
      StreetRing district = land.districts.get(d);
      for (StreetRing street :
          divider.divide(district, perDistrict[d], Road.Kind.AVENUE, random.fork(1000 + d))) {
        streets.add(street);
        districtOfStreet.add(d);
      }
    }
    List<Lot> lots = lots(streets, districtOfStreet, land, progress);
    Steps steps = progress.part(BEGUN, 1).steps(lots.size());
    List<Ground.Community> communities =
        IntStream.range(0, lots.size())
            .parallel()
            .mapToObj(
                i -> {
                  steps.done();
                  return community(lots.get(i), i);
                })
            .toList();
    return new Ground(
        terrain.plane(),
        terrain.outline(),
        terrain.plane().stepsX(terrain.centre()[0]),
        terrain.plane().stepsY(terrain.centre()[1]),
        order.assemble(
            land.districts,
            land.northern,
            districtOfStreet,
            streets,
            lots.stream().map(Lot::street).toList(),
            communities));
  }

  private Land land() {
    if (counts.waterGrids() == 0) {
      return new Land(
          divider.divide(
              terrain.outline(), counts.districts(), Road.Kind.BOULEVARD, random.fork(11)),
          counts.districts(),
          Optional.empty());
    }
    RiverCut.Parts parts = riverCut.cut();
    int[] share =
        divider.share(
            counts.districts(), List.of(parts.north(), parts.south()), 1, counts.districts() - 1);
    List<StreetRing> districts = new ArrayList<>();
    districts.addAll(divider.divide(parts.north(), share[0], Road.Kind.BOULEVARD, random.fork(11)));
    districts.addAll(divider.divide(parts.south(), share[1], Road.Kind.BOULEVARD, random.fork(12)));
    return new Land(districts, share[0], Optional.of(parts.water()));
  }

  private List<Lot> lots(
      List<StreetRing> streets, List<Integer> districtOfStreet, Land land, Progress progress) {
    int waters = land.water.isPresent() ? 1 : 0;
    int[] perStreet = divider.share(counts.communities() - waters, streets, 1, MOST_CHILDREN - 1);
    List<Integer> streetOf = new ArrayList<>();
    List<StreetRing> rings = new ArrayList<>();
    for (int s = 0; s < perStreet.length; s++) {
      progress.checkpoint();
      for (StreetRing ring :
          divider.divide(
              streets.get(s), perStreet[s], Road.Kind.STREET, random.fork(100_000 + s))) {
        rings.add(ring);
        streetOf.add(s);
      }
    }
    int[] perCommunity =
        divider.share(counts.grids() - counts.waterGrids(), rings, 1, MOST_CHILDREN);
    List<Lot> lots = new ArrayList<>();
    for (int i = 0; i < perCommunity.length; i++) {
      lots.add(new Lot(streetOf.get(i), rings.get(i), perCommunity[i], false));
    }
    land.water.ifPresent(
        water -> {
          int harbour = harbour(streets, districtOfStreet, land.districts, water);
          lots.add(new Lot(harbour, water, counts.waterGrids(), true));
        });
    return lots;
  }

  /**
   * Gives the river to the street with the longest bank that it makes no ring around others with.
   */
  private static int harbour(
      List<StreetRing> streets,
      List<Integer> districtOfStreet,
      List<StreetRing> districts,
      StreetRing water) {
    List<Integer> byBank = new ArrayList<>();
    int[] bank = new int[streets.size()];
    for (int s = 0; s < bank.length; s++) {
      bank[s] = BlockMerger.sharedPoints(streets.get(s), water);
      byBank.add(s);
    }
    byBank.sort(Comparator.comparingInt(s -> -bank[s]));
    for (int s : byBank) {
      int d = districtOfStreet.get(s);
      Optional<StreetRing> street = BlockMerger.join(streets.get(s), water);
      Optional<StreetRing> district = BlockMerger.join(districts.get(d), water);
      if (street.isPresent() && district.isPresent()) {
        streets.set(s, street.get());
        districts.set(d, district.get());
        return s;
      }
    }
    throw new IllegalStateException("no street can take the river in");
  }

  private Ground.Community community(Lot lot, int index) {
    Seeded seeded = random.fork(10_000_000L + index);
    if (lot.water) {
      return new Ground.Community(
          true,
          lot.ring,
          order.sorted(
              divider.divide(lot.ring, lot.grids, Road.Kind.BRIDGE, seeded).stream()
                  .map(ring -> cell(ring, List.of(ring)))
                  .toList(),
              Ground.Cell::ring));
    }
    for (int attempt = 0; ; attempt++) {
      double perGrid = Math.max(1, BLOCKS_PER_GRID - 0.2 * attempt);
      int blocks = (int) Math.ceil(lot.grids * perGrid);
      List<StreetRing> rings =
          divider.divide(lot.ring, blocks, Road.Kind.LANE, seeded.fork(attempt));
      Optional<List<BlockMerger.Cluster>> merged =
          merger.merge(rings, lot.grids, seeded.fork(1000 + attempt));
      if (merged.isPresent()) {
        List<Ground.Cell> cells =
            merged.get().stream()
                .map(c -> cell(c.ring(), c.blocks().stream().map(rings::get).toList()))
                .toList();
        return new Ground.Community(false, lot.ring, order.sorted(cells, Ground.Cell::ring));
      }
    }
  }

  private Ground.Cell cell(StreetRing ring, List<StreetRing> blocks) {
    double side =
        terrain
            .density()
            .side(terrain.plane().metresX(ring.x(0)), terrain.plane().metresY(ring.y(0)));
    return new Ground.Cell(ring, blocks, side);
  }
}
