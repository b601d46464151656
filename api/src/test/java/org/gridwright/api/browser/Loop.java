package org.gridwright.api.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.TransferPlacesEdit;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.model.Address;

/**
 * A round loop about some addresses of one grid that can go to a neighbour.
 *
 * @param radius steps of latitude
 * @param inside addresses in the loop; none lies within some metres of its edge
 * @param inReceiver a place in the grid that can have them, outside of the loop
 */
record Loop(
    LatticePoint middle,
    double radius,
    List<Address> inside,
    String receiver,
    LatticePoint inReceiver) {

  private static final int CORNERS = 12;

  /** Steps on both sides of the loop without addresses: some 4 m. */
  private static final double CLEAR = 400;

  /** The first one that there is. */
  static Loop in(DemoCity city) {
    Plan plan = city.plan();
    Locator locator = JtsLocator.of(plan);
    List<Address> addresses = city.addresses().toList();
    for (Address one : addresses) {
      for (double radius = 2500; radius < 6000; radius += 500) {
        Optional<Loop> loop = around(plan, locator, addresses, one.place(), radius);
        if (loop.isPresent()) {
          return loop.get();
        }
      }
    }
    throw new IllegalStateException("no addresses of this city can go");
  }

  private static Optional<Loop> around(
      Plan plan, Locator locator, List<Address> addresses, LatticePoint middle, double radius) {
    List<Address> inside = new ArrayList<>();
    List<Address> others = new ArrayList<>();
    for (Address address : addresses) {
      double away = distance(middle, address.place());
      if (Math.abs(away - radius) < CLEAR) {
        return Optional.empty();
      }
      (away < radius ? inside : others).add(address);
    }
    String giver = owner(plan, locator, middle);
    if (inside.size() < 4
        || !inside.stream().allMatch(it -> owner(plan, locator, it.place()).equals(giver))) {
      return Optional.empty();
    }
    return others.stream()
        .filter(it -> distance(middle, it.place()) < 3 * radius)
        .filter(it -> !owner(plan, locator, it.place()).equals(giver))
        .filter(it -> canGo(plan, inside, others, owner(plan, locator, it.place())))
        .map(it -> new Loop(middle, radius, inside, owner(plan, locator, it.place()), it.place()))
        .findFirst();
  }

  private static boolean canGo(
      Plan plan, List<Address> inside, List<Address> others, String receiver) {
    try {
      Editing.change(
          EditablePlan.of(plan),
          new TransferPlacesEdit(
              List.of(),
              receiver,
              inside.stream().map(Address::place).toList(),
              others.stream().map(Address::place).toList(),
              false));
      return true;
    } catch (EditRefusedException refused) {
      return false;
    }
  }

  List<LatticePoint> corners() {
    return IntStream.range(0, CORNERS)
        .mapToObj(i -> 2 * Math.PI * i / CORNERS)
        .map(
            angle ->
                new LatticePoint(
                    (int) (middle.x() + radius * Math.cos(angle)),
                    (int) (middle.y() + radius * Math.sin(angle))))
        .toList();
  }

  private static String owner(Plan plan, Locator locator, LatticePoint place) {
    int owner = locator.owner(place.x(), place.y());
    return owner == Locator.NOBODY ? "" : plan.grids().get(owner - 1).code();
  }

  private static double distance(LatticePoint a, LatticePoint b) {
    return Math.hypot((double) a.x() - b.x(), (double) a.y() - b.y());
  }
}
