package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.plan.Plan;

/** Which faces of an arrangement go from which grids to which others. Not thread-safe. */
final class GroundFlow {

  /** Codes that ground links, before and after. */
  record Kin(List<String> from, List<String> to) {}

  /** By receiver, then giver. */
  private final Map<String, Map<String, List<Integer>>> faces = new TreeMap<>(Plan.CODE_ORDER);

  void moves(Collection<String> from, String to, int face) {
    Map<String, List<Integer>> givers =
        faces.computeIfAbsent(to, it -> new TreeMap<>(Plan.CODE_ORDER));
    for (String giver : from) {
      if (!giver.equals(to)) {
        givers.computeIfAbsent(giver, it -> new ArrayList<>()).add(face);
      }
    }
  }

  /** The faces that a grid got, by whose they were. */
  Map<String, int[]> sources(String to) {
    Map<String, int[]> sources = new LinkedHashMap<>();
    faces
        .getOrDefault(to, Map.of())
        .forEach(
            (giver, own) -> sources.put(giver, own.stream().mapToInt(Integer::intValue).toArray()));
    return sources;
  }

  /** Grids that are linked by ground, where one of them comes or goes. */
  List<Kin> families(Set<String> before, Set<String> after) {
    Map<String, String> leads = new TreeMap<>(Plan.CODE_ORDER);
    faces.forEach(
        (to, givers) -> {
          leads.putIfAbsent(to, to);
          for (String giver : givers.keySet()) {
            leads.putIfAbsent(giver, giver);
            leads.put(leader(leads, giver), leader(leads, to));
          }
        });
    Map<String, List<String>> families = new TreeMap<>(Plan.CODE_ORDER);
    leads
        .keySet()
        .forEach(
            code ->
                families.computeIfAbsent(leader(leads, code), it -> new ArrayList<>()).add(code));
    List<Kin> kin = new ArrayList<>();
    for (List<String> family : families.values()) {
      List<String> from = family.stream().filter(before::contains).toList();
      List<String> to = family.stream().filter(after::contains).toList();
      if (!from.equals(to)) {
        kin.add(new Kin(from, to));
      }
    }
    return kin;
  }

  private static String leader(Map<String, String> leads, String code) {
    String leader = code;
    for (String next = leads.get(leader); next != null && !next.equals(leader); ) {
      leader = next;
      next = leads.get(leader);
    }
    return leader;
  }
}
