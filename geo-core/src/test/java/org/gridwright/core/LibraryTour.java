package org.gridwright.core;

import java.util.List;
import java.util.Map;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The use of the core as a library; geo-core/README.md shows this file, and a test runs it. */
public final class LibraryTour {

  public static void main(String[] arguments) throws ParseException {
    Unit a = grid("A", "POLYGON ((10 50, 10.0101 50, 10.0101 50.01, 10 50.01, 10 50))");
    Unit b = grid("B", "POLYGON ((10.01 50, 10.02 50, 10.02 50.01, 10.01 50.01, 10.01 50))");
    Plan drawn = Plan.of(Theme.of("beats", "Beats", CodeScheme.FREE, "beat"), List.of(a, b));
    CoverageCheck.standard().check(drawn).forEach(f -> say(f.kind() + " of " + f.units()));

    Plan sound = Repair.propose(drawn, RepairOptions.STANDARD).apply().plan();
    say("left after the repair: " + CoverageCheck.standard().check(sound).size());

    say("10.005 50.005 is in " + ownerAt(sound, 10.005, 50.005));

    LatticePoint south = LatticePoint.ofDegrees(10.004, 49.99);
    LatticePoint north = LatticePoint.ofDegrees(10.004, 50.02);
    Edit cut = new SplitEdit("A", List.of(south, north), Keeper.By.WEST, List.of("C"));
    Plan after = sound.with(Editing.change(EditablePlan.of(sound), cut)); // or a refusal
    say("10.005 50.005 is in " + ownerAt(after, 10.005, 50.005));
  }

  private static Unit grid(String code, String wkt) throws ParseException {
    return new Unit(
        0, code, null, code, Map.of(), LatticeJts.fromDegrees(new WKTReader().read(wkt)));
  }

  private static String ownerAt(Plan plan, double lon, double lat) {
    LatticePoint point = LatticePoint.ofDegrees(lon, lat);
    int owner = PackedLocator.of(plan).owner(point.x(), point.y()); // make one, ask it often
    return owner == PackedLocator.NOBODY ? "nobody's" : plan.grids().get(owner - 1).code();
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private LibraryTour() {}
}
