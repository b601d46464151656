package org.gridwright.data.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.ground.Ground;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.demo.ground.StreetRing;
import org.gridwright.data.demo.life.MadeUpNames;
import org.jspecify.annotations.Nullable;

/** Gives the ground its codes and names. For one use by one thread. */
final class DemoPlan {

  static final Theme THEME =
      Theme.of(
          "service-grids",
          "服务网格 (Service grids)",
          CodeScheme.CN15,
          "city",
          "district",
          "street",
          "community",
          "grid");

  /** A city prefix of Hubei that GB/T 2260 does not assign. */
  private static final String CITY_CODE = "4299";

  private final List<Unit> units = new ArrayList<>();
  private final Seeded random;
  private final Progress progress;

  private DemoPlan(Seeded random, Progress progress) {
    this.random = random;
    this.progress = progress;
  }

  /** The plan of a ground; grid {@code i} of the plan is the ground's {@code i}-th in order. */
  static Plan of(Ground ground, Seeded random, Progress progress) {
    DemoPlan plan = new DemoPlan(random, progress);
    plan.unit(0, CITY_CODE, null, MadeUpNames.CITY, ground.outline());
    plan.districts(ground);
    progress.checkpoint();
    return Plan.of(THEME, plan.units);
  }

  private void districts(Ground ground) {
    Set<String> districtNames = MadeUpNames.none();
    Set<String> streetNames = MadeUpNames.none();
    int number = 2;
    for (Ground.District district : ground.districts()) {
      String code = code(CITY_CODE, 2, number++);
      MadeUpNames.Name name = MadeUpNames.district(district.northBank(), random, districtNames);
      unit(1, code, CITY_CODE, name, district.ring());
      int street = 1;
      for (Ground.Street each : district.streets()) {
        street(code(code, 3, street++), code, each, streetNames);
      }
    }
  }

  private void street(String code, String parent, Ground.Street street, Set<String> taken) {
    unit(2, code, parent, MadeUpNames.street(random, taken), street.ring());
    Set<String> names = MadeUpNames.none();
    int number = 1;
    for (Ground.Community community : street.communities()) {
      community(code(code, 3, number++), code, community, names);
    }
  }

  private void community(
      String code, String parent, Ground.Community community, Set<String> taken) {
    progress.checkpoint();
    MadeUpNames.Name name =
        community.water() ? MadeUpNames.riverCommunity() : MadeUpNames.community(random, taken);
    unit(3, code, parent, name, community.ring());
    int number = 1;
    for (Ground.Cell grid : community.grids()) {
      Map<String, String> attributes = names(MadeUpNames.grid(number));
      int households = community.water() ? 0 : households();
      attributes.put("households", Integer.toString(households));
      attributes.put("population", Integer.toString((int) (households * random.between(2.1, 2.9))));
      units.add(
          new Unit(
              4,
              code(code, 3, number),
              code,
              MadeUpNames.grid(number).zh(),
              attributes,
              grid.ring().area()));
      number++;
    }
  }

  /** Mostly 200 to 400. */
  private int households() {
    return (int) Math.max(120, Math.min(520, 300 + 62 * random.bell()));
  }

  private void unit(
      int depth, String code, @Nullable String parent, MadeUpNames.Name name, StreetRing ring) {
    units.add(new Unit(depth, code, parent, name.zh(), names(name), ring.area()));
  }

  private static Map<String, String> names(MadeUpNames.Name name) {
    Map<String, String> names = new HashMap<>();
    names.put(Unit.NAME_IN + "zh", name.zh());
    names.put(Unit.NAME_IN + "en", name.en());
    return names;
  }

  private static String code(String parent, int digits, int number) {
    return parent + String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
