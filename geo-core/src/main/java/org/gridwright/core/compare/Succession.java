package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.plan.Unit;

/** Makes families of linked units and says which unit goes on as which. */
final class Succession {

  private final List<Unit> from;
  private final List<Unit> to;
  private final boolean codes;
  private final Set<String> attributes;
  private final boolean[] redrawnFrom;
  private final boolean[] redrawnTo;
  private final int[] successor;
  private final List<Family> families = new ArrayList<>();

  /**
   * @param overlaps all of them
   */
  Succession(
      List<Unit> from, List<Unit> to, boolean codes, List<Link> links, List<Overlap> overlaps) {
    this.from = from;
    this.to = to;
    this.codes = codes;
    this.attributes = commonKeys(from, to);
    this.successor = new int[from.size()];
    this.redrawnFrom = new boolean[from.size()];
    this.redrawnTo = new boolean[to.size()];
    Arrays.fill(successor, Overlap.NOBODY);
    List<List<Link>> connected = Kinship.connected(links, from.size(), to.size());
    connected.forEach(this::match);
    overlaps.forEach(this::noteRedrawn);
    connected.forEach(this::addFamily);
    addUnlinked(links);
    families.sort(
        Comparator.comparing((Family family) -> family.from().isEmpty())
            .thenComparing(
                family -> (family.from().isEmpty() ? family.to() : family.from()).get(0)));
  }

  /**
   * For each earlier unit the later one that goes on as it, or {@code NOBODY}. Not to be changed.
   */
  int[] successor() {
    return successor;
  }

  /** In order of the earlier units, new ones last. */
  List<Family> families() {
    return families;
  }

  private void match(List<Link> links) {
    if (links.size() == 1) {
      successor[links.get(0).from()] = links.get(0).to();
      return;
    }
    Set<Integer> taken = new TreeSet<>();
    links.sort(Link.BEST_FIRST);
    for (Link link : links) {
      if (successor[link.from()] == Overlap.NOBODY && taken.add(link.to())) {
        successor[link.from()] = link.to();
      }
    }
  }

  private void noteRedrawn(Overlap overlap) {
    boolean whole = overlap.isShared() && successor[overlap.from()] == overlap.to();
    if (!overlap.noise() && !whole) {
      if (overlap.from() != Overlap.NOBODY) {
        redrawnFrom[overlap.from()] = true;
      }
      if (overlap.to() != Overlap.NOBODY) {
        redrawnTo[overlap.to()] = true;
      }
    }
  }

  /** As many later units as earlier ones, each going on as one, are redrawn and not rearranged. */
  private void addFamily(List<Link> links) {
    if (links.size() == 1) {
      addPair(links.get(0).from(), links.get(0).to());
      return;
    }
    Map<Integer, Integer> pairs = new TreeMap<>();
    TreeSet<Integer> earlier = new TreeSet<>();
    TreeSet<Integer> later = new TreeSet<>();
    for (Link link : links) {
      earlier.add(link.from());
      later.add(link.to());
      if (successor[link.from()] != Overlap.NOBODY) {
        pairs.put(link.from(), successor[link.from()]);
      }
    }
    if (pairs.size() == earlier.size() && pairs.size() == later.size()) {
      pairs.forEach(this::addPair);
      return;
    }
    Fate fate =
        earlier.size() == 1 ? Fate.SPLIT : later.size() == 1 ? Fate.MERGED : Fate.REARRANGED;
    families.add(new Family(fate, List.copyOf(earlier), List.copyOf(later), Set.of()));
  }

  private void addPair(int i, int j) {
    Set<Alteration> alterations = alterations(i, j);
    families.add(
        new Family(
            alterations.isEmpty() ? Fate.KEPT : Fate.CHANGED, List.of(i), List.of(j), alterations));
  }

  private Set<Alteration> alterations(int i, int j) {
    Unit before = from.get(i);
    Unit after = to.get(j);
    Set<Alteration> found = EnumSet.noneOf(Alteration.class);
    boolean drawnOnce = (before.area() == null) != (after.area() == null);
    if (redrawnFrom[i] || redrawnTo[j] || drawnOnce) {
      found.add(Alteration.REDRAWN);
    }
    if (!codes) {
      return found;
    }
    if (!before.code().equals(after.code())) {
      found.add(Alteration.RECODED);
    }
    if (!givenName(before).equals(givenName(after))) {
      found.add(Alteration.RENAMED);
    }
    if (!Objects.equals(before.parentCode(), after.parentCode())) {
      found.add(Alteration.REPARENTED);
    }
    if (attributes.stream().anyMatch(key -> !isSame(before, after, key))) {
      found.add(Alteration.ATTRIBUTES);
    }
    return found;
  }

  private static boolean isSame(Unit before, Unit after, String key) {
    return Objects.equals(before.attributes().get(key), after.attributes().get(key));
  }

  /** Keys that both plans know; another survey's further fields alter no unit. */
  private static Set<String> commonKeys(List<Unit> from, List<Unit> to) {
    Set<String> keys = new TreeSet<>();
    to.forEach(unit -> keys.addAll(unit.attributes().keySet()));
    Set<String> common = new TreeSet<>();
    from.forEach(unit -> common.addAll(unit.attributes().keySet()));
    common.retainAll(keys);
    return common;
  }

  /** A unit without a name of its own is called by its code. */
  private static String givenName(Unit unit) {
    return unit.name().equals(unit.code()) ? "" : unit.name();
  }

  private void addUnlinked(List<Link> links) {
    boolean[] linkedFrom = new boolean[from.size()];
    boolean[] linkedTo = new boolean[to.size()];
    for (Link link : links) {
      linkedFrom[link.from()] = true;
      linkedTo[link.to()] = true;
    }
    for (int i = 0; i < linkedFrom.length; i++) {
      if (!linkedFrom[i]) {
        families.add(new Family(Fate.RETIRED, List.of(i), List.of(), Set.of()));
      }
    }
    for (int j = 0; j < linkedTo.length; j++) {
      if (!linkedTo[j]) {
        families.add(new Family(Fate.NEW, List.of(), List.of(j), Set.of()));
      }
    }
  }
}
