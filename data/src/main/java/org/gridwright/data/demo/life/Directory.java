package org.gridwright.data.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;

/** Who deals with what, and what stands where. Immutable and safe to read from any thread. */
public final class Directory {

  private static final List<String> ROLES =
      List.of("full-time", "professional", "part-time", "building-lead");

  /** How likely a grid has an officer of each role. */
  private static final double[] CHANCES = {1, 0.3, 0.35, 0.45};

  private final Plan plan;
  private final AddressTable addresses;
  private final Seeded random;

  public Directory(Plan plan, AddressTable addresses, Seeded random) {
    this.plan = plan;
    this.addresses = addresses;
    this.random = random;
  }

  public List<Department> departments() {
    return List.of(
        department(
            "city-management",
            "城市管理局 (City Management Bureau)",
            Category.STREET_VENDING,
            Category.ILLEGAL_POSTERS),
        department("drainage", "排水管理处 (Drainage Office)", Category.DRAINAGE),
        department("emergency", "应急管理局 (Emergency Management Bureau)", Category.SAFETY_HAZARD),
        department("environment", "生态环境局 (Environment Bureau)", Category.NOISE),
        department("lighting", "路灯管理所 (Street Lighting Office)", Category.STREET_LIGHTING),
        department("parks", "园林绿化局 (Parks Bureau)", Category.TREES),
        department("roads", "市政道路处 (Road Maintenance Office)", Category.ROAD_DAMAGE),
        department("sanitation", "环境卫生局 (Sanitation Bureau)", Category.WASTE),
        department("traffic", "交通管理支队 (Traffic Division)", Category.PARKING),
        department("water", "自来水公司 (Water Company)", Category.WATER_SUPPLY));
  }

  private static Department department(String id, String name, Category... categories) {
    return new Department(id, name, Stream.of(categories).map(Category::id).toList());
  }

  /**
   * The roster in order of grid, then role, each entry numbered by its place among those of its
   * grid. Contacts are work contacts under a reserved domain.
   */
  public Stream<RosterEntry> roster() {
    return IntStream.range(0, plan.grids().size()).boxed().flatMap(this::rosterOf);
  }

  private Stream<RosterEntry> rosterOf(int grid) {
    Seeded seeded = random.fork(grid);
    List<RosterEntry> roster = new ArrayList<>();
    for (int role = 0; role < CHANCES.length; role++) {
      MadeUpNames.Name name = MadeUpNames.person(seeded);
      if (seeded.chance(CHANCES[role])) {
        String number = String.format(Locale.ROOT, "%06d-%d", grid + 1, role + 1);
        Officer officer =
            new Officer("O" + number, name.both(), "officer." + number + "@yunjin.example");
        String code = plan.grids().get(grid).code();
        Assignment assignment =
            new Assignment(officer.id(), plan.theme().id(), code, ROLES.get(role), null, null);
        roster.add(new RosterEntry(role, officer, assignment, 0));
      }
    }
    return roster.stream();
  }

  /** Two hydrants in most grids, a service centre per community, shelters in every street. */
  public Stream<Facility> facilities() {
    return IntStream.range(0, plan.grids().size()).boxed().flatMap(this::facilitiesOf);
  }

  private Stream<Facility> facilitiesOf(int grid) {
    Unit unit = plan.grids().get(grid);
    List<Facility> facilities = new ArrayList<>();
    int at = addresses.first(grid);
    int end = addresses.first(grid + 1);
    Unit community = plan.unit(3, unit.parent().orElseThrow()).orElseThrow();
    String suffix = String.format(Locale.ROOT, "%06d", grid + 1);
    if (at < end) {
      facilities.add(at(at, "F-HYD-" + suffix + "-1", "hydrant", "消火栓 (Hydrant) " + suffix));
    }
    if (at + 1 < end) {
      facilities.add(
          at(end - 1, "F-HYD-" + suffix + "-2", "hydrant", "消火栓 (Hydrant) " + suffix + "B"));
    }
    if (at + 2 < end && unit.code().endsWith("002")) {
      String name =
          community.name()
              + "党群服务中心 ("
              + community.attributes().get(Unit.NAME_IN + "en")
              + " Service Centre)";
      facilities.add(at(at + 1, "F-SVC-" + suffix, "service-centre", name));
    }
    if (at + 2 < end && grid % 29 == 7) {
      String name =
          community.name()
              + "应急避难场所 ("
              + community.attributes().get(Unit.NAME_IN + "en")
              + " Shelter)";
      facilities.add(at(at + 2, "F-SHL-" + suffix, "shelter", name));
    }
    return facilities.stream();
  }

  private Facility at(int address, String id, String kind, String name) {
    return new Facility(
        id, kind, name, new LatticePoint(addresses.x(address), addresses.y(address)));
  }
}
