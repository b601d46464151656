package org.gridwright.data.demo;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.ground.Ground;
import org.gridwright.data.demo.ground.GroundBuilder;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.demo.life.AddressTable;
import org.gridwright.data.demo.life.Directory;
import org.gridwright.data.demo.life.IncidentTable;
import org.gridwright.data.demo.life.MadeUpNames;
import org.gridwright.data.demo.life.Planted;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.RosterEntry;

/**
 * A made-up city: Yunjin (云津市) on the Yun River, which does not exist. Immutable and safe to read
 * from any thread; every stream can be asked for again and gives the same.
 */
public final class DemoCity {

  /** Shares of the time at which the ground is made and the addresses are placed, roughly. */
  private static final double GROUND_MADE = 0.7;

  private static final double PLACED = 0.85;

  private final Ground ground;
  private final Plan plan;
  private final AddressTable addresses;
  private final IncidentTable incidents;
  private final Directory directory;

  private DemoCity(
      Ground ground,
      Plan plan,
      AddressTable addresses,
      IncidentTable incidents,
      Directory directory) {
    this.ground = ground;
    this.plan = plan;
    this.addresses = addresses;
    this.incidents = incidents;
    this.directory = directory;
  }

  /** As {@link #generate(DemoOptions, Progress)}, unwatched. */
  public static DemoCity generate(DemoOptions options) {
    return generate(options, Progress.NONE);
  }

  /**
   * Makes a city. Takes time a little more than linear in the number of grids.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static DemoCity generate(DemoOptions options, Progress whole) {
    Progress progress = whole.named(DemoStage.GROUND.message());
    Seeded random = new Seeded(options.seed());
    Ground ground =
        GroundBuilder.build(options.grids(), options.seed(), progress.part(0, GROUND_MADE));
    Plan plan = DemoPlan.of(ground, random.fork(1), progress.quiet());
    List<Ground.Cell> cells = ground.cells();
    AddressTable addresses =
        AddressTable.place(
            ground.plane(),
            cells,
            options.addresses(),
            random.fork(2),
            progress.part(GROUND_MADE, PLACED));
    IncidentTable incidents =
        IncidentTable.report(
            ground,
            cells,
            addresses,
            options.incidents(),
            random.fork(3),
            progress.part(PLACED, 1));
    Directory directory = new Directory(plan, addresses, random.fork(4));
    return new DemoCity(ground, plan, addresses, incidents, directory);
  }

  /** Its name in Chinese and English. */
  public String name() {
    return MadeUpNames.CITY.both();
  }

  public Theme theme() {
    return plan.theme();
  }

  /** All units, every level drawn; seamless. */
  public Plan plan() {
    return plan;
  }

  /** The city's outline, which the grids cover exactly. */
  public LatticeMultiPolygon jurisdiction() {
    return ground.outline().area();
  }

  public long addressCount() {
    return addresses.size();
  }

  /** Addresses in id order, each inside a grid. */
  public Stream<Address> addresses() {
    return addresses.stream();
  }

  public long incidentCount() {
    return incidents.size();
  }

  /** Incidents of 2024 and 2025 in order of time and id, without a given grid. */
  public Stream<Incident> incidents() {
    return incidents.stream();
  }

  /** The concentrations hidden in the incidents. */
  public List<Planted> planted() {
    return incidents.planted();
  }

  public List<Department> departments() {
    return directory.departments();
  }

  /** The roster in order of grid; every grid has a full-time officer. */
  public Stream<RosterEntry> roster() {
    return directory.roster();
  }

  public Stream<Facility> facilities() {
    return directory.facilities();
  }
}
