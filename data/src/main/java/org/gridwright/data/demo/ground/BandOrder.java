package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which units are numbered: in bands from north to south, and from west to east within
 * a band. A band is about as high as a unit of the list. Immutable.
 */
final class BandOrder {

  private final Plane plane;

  BandOrder(Plane plane) {
    this.plane = plane;
  }

  private record Keyed<T>(T value, double x, double y) {}

  <T> List<T> sorted(List<T> values, Function<T, StreetRing> ringOf) {
    List<Keyed<T>> keyed = new ArrayList<>();
    double top = -Double.MAX_VALUE;
    double bottom = Double.MAX_VALUE;
    for (T value : values) {
      double[] middle = middle(ringOf.apply(value));
      keyed.add(new Keyed<>(value, middle[0], middle[1]));
      top = Math.max(top, middle[1]);
      bottom = Math.min(bottom, middle[1]);
    }
    double north = top;
    double band = (top - bottom) / Math.max(1, Math.sqrt(values.size())) + 1;
    keyed.sort(
        Comparator.comparingDouble((Keyed<T> k) -> Math.floor((north - k.y) / band))
            .thenComparingDouble(Keyed::x));
    return keyed.stream().map(Keyed::value).toList();
  }

  /** Puts all units in order under their parents. */
  List<Ground.District> assemble(
      List<StreetRing> districts,
      int northern,
      List<Integer> districtOfStreet,
      List<StreetRing> streets,
      List<Integer> streetOfCommunity,
      List<Ground.Community> communities) {
    List<List<Integer>> inStreet = lists(streets.size());
    for (int i = 0; i < communities.size(); i++) {
      inStreet.get(streetOfCommunity.get(i)).add(i);
    }
    List<List<Integer>> inDistrict = lists(districts.size());
    for (int s = 0; s < streets.size(); s++) {
      inDistrict.get(districtOfStreet.get(s)).add(s);
    }
    List<Integer> all = new ArrayList<>();
    for (int d = 0; d < districts.size(); d++) {
      all.add(d);
    }
    return sorted(all, districts::get).stream()
        .map(
            d ->
                new Ground.District(
                    d < northern,
                    districts.get(d),
                    sorted(inDistrict.get(d), streets::get).stream()
                        .map(
                            s ->
                                new Ground.Street(
                                    streets.get(s),
                                    sorted(inStreet.get(s), i -> communities.get(i).ring()).stream()
                                        .map(communities::get)
                                        .toList()))
                        .toList()))
        .toList();
  }

  private static List<List<Integer>> lists(int n) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /** The centre of gravity in metres. */
  private double[] middle(StreetRing ring) {
    double area = 0;
    double mx = 0;
    double my = 0;
    double ox = plane.metresX(ring.x(0));
    double oy = plane.metresY(ring.y(0));
    for (int i = 0; i < ring.size(); i++) {
      int j = ring.next(i);
      double ax = plane.metresX(ring.x(i)) - ox;
      double ay = plane.metresY(ring.y(i)) - oy;
      double bx = plane.metresX(ring.x(j)) - ox;
      double by = plane.metresY(ring.y(j)) - oy;
      double cross = ax * by - bx * ay;
      area += cross;
      mx += (ax + bx) * cross;
      my += (ay + by) * cross;
    }
    return new double[] {ox + mx / (3 * area), oy + my / (3 * area)};
  }
}
