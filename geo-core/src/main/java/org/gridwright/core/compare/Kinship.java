package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Says which units of two plans are linked; see the package for the rule. */
final class Kinship {

  /** More than half by more than what rounding on the lattice makes. */
  private static final double MOST = 0.5001;

  /** As much as the most, but for rounding. */
  private static final double EVEN = 0.9999;

  private final Plan from;
  private final Plan to;
  private final Ends ends;
  private final boolean codes;
  private final List<Link> told = new ArrayList<>();
  private final Set<Integer> toldFrom = new HashSet<>();
  private final Set<Integer> toldTo = new HashSet<>();

  /** The depths at which plans are compared. */
  record Ends(int from, int to) {}

  Kinship(Plan from, Plan to, Ends ends, CompareOptions options) {
    this.from = from;
    this.to = to;
    this.ends = ends;
    this.codes = options.codes();
    if (codes && ends.from() == ends.to()) {
      options.lineage().stream().filter(it -> it.depth() == ends.from()).forEach(this::tell);
    }
  }

  /** All links, each once. */
  List<Link> links(List<Overlap> overlaps, double[] areaFrom, double[] areaTo) {
    double[] mostOfFrom = new double[areaFrom.length];
    double[] mostOfTo = new double[areaTo.length];
    for (Overlap overlap : overlaps) {
      if (overlap.isShared()) {
        int i = overlap.from();
        int j = overlap.to();
        mostOfFrom[i] = Math.max(mostOfFrom[i], overlap.squareMetres());
        mostOfTo[j] = Math.max(mostOfTo[j], overlap.squareMetres());
      }
    }
    List<Link> links = new ArrayList<>(told);
    for (Overlap overlap : overlaps) {
      if (overlap.isShared() && !overlap.noise()) {
        int i = overlap.from();
        int j = overlap.to();
        double common = overlap.squareMetres();
        boolean one = sameCode(i, j);
        boolean most = common > MOST * areaFrom[i] || common > MOST * areaTo[j];
        boolean oneAndMost =
            one && (common >= EVEN * mostOfFrom[i] || common >= EVEN * mostOfTo[j]);
        if ((most || oneAndMost) && !isToldOtherwise(i, j, one)) {
          links.add(new Link(i, j, common, one));
        }
      }
    }
    addUndrawn(links);
    return links;
  }

  /** Where outlines are missing there is nothing to go by but codes. */
  private void addUndrawn(List<Link> links) {
    for (int i = 0; codes && i < before().size(); i++) {
      int j = to.indexOf(ends.to(), before().get(i).code());
      if (j >= 0
          && (before().get(i).area() == null || after().get(j).area() == null)
          && !isToldOtherwise(i, j, true)) {
        links.add(new Link(i, j, 0, true));
      }
    }
  }

  /** A lineage tells of units whose codes came or went; those that merely gave ground stay. */
  private void tell(Lineage lineage) {
    for (String earlier : lineage.from()) {
      for (String later : lineage.to()) {
        int i = from.indexOf(ends.from(), earlier);
        int j = to.indexOf(ends.to(), later);
        boolean cameOrWent =
            to.indexOf(ends.to(), earlier) < 0
                || from.indexOf(ends.from(), later) < 0
                || earlier.equals(later);
        if (i >= 0 && j >= 0 && cameOrWent) {
          told.add(new Link(i, j, 0, earlier.equals(later)));
          toldFrom.add(i);
          toldTo.add(j);
        }
      }
    }
  }

  private boolean isToldOtherwise(int i, int j, boolean one) {
    return toldFrom.contains(i) || (toldTo.contains(j) && !one);
  }

  private boolean sameCode(int i, int j) {
    return codes && before().get(i).code().equals(after().get(j).code());
  }

  private List<Unit> before() {
    return from.units(ends.from());
  }

  private List<Unit> after() {
    return to.units(ends.to());
  }

  /** The links of each family of linked units, families in no particular order. */
  static List<List<Link>> connected(List<Link> links, int fromCount, int toCount) {
    int[] root = new int[fromCount + toCount];
    Arrays.setAll(root, it -> it);
    for (Link link : links) {
      root[find(root, link.from())] = find(root, fromCount + link.to());
    }
    List<List<Link>> families = new ArrayList<>();
    int[] numberOf = new int[root.length];
    Arrays.fill(numberOf, -1);
    for (Link link : links) {
      int top = find(root, link.from());
      if (numberOf[top] < 0) {
        numberOf[top] = families.size();
        families.add(new ArrayList<>(2));
      }
      families.get(numberOf[top]).add(link);
    }
    return families;
  }

  private static int find(int[] root, int unit) {
    int at = unit;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
