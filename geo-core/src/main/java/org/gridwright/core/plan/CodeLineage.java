package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which codes the units of one level go on after a row of changes: what names a unit follows
 * it there. Immutable.
 */
public final class CodeLineage {

  /** Nothing got another code. */
  public static final CodeLineage NONE = new CodeLineage(Map.of());

  private final Map<String, String> codes;

  private CodeLineage(Map<String, String> codes) {
    this.codes = codes;
  }

  /**
   * What lineage tells. Takes time linear in the lineage for each code in it.
   *
   * @param steps the lineage of each change, in order; what one change does, it does at once, so
   *     that two units may change codes with each other
   */
  public static CodeLineage of(int depth, List<List<Lineage>> steps) {
    List<Map<String, Lineage>> byCode = new ArrayList<>();
    for (List<Lineage> step : steps) {
      Map<String, Lineage> from = new HashMap<>();
      for (Lineage each : step) {
        if (each.depth() == depth) {
          each.from().forEach(code -> from.put(code, each));
        }
      }
      byCode.add(from);
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map<String, Lineage> step : byCode) {
      for (String code : step.keySet()) {
        codes.computeIfAbsent(code, first -> followed(first, byCode));
      }
    }
    codes.entrySet().removeIf(it -> it.getKey().equals(it.getValue()));
    return new CodeLineage(codes);
  }

  /** Where a code leads, as long as its unit goes on as one; from there it stays. */
  private static String followed(String first, List<Map<String, Lineage>> steps) {
    String code = first;
    for (Map<String, Lineage> step : steps) {
      Lineage lineage = step.get(code);
      if (lineage != null && lineage.from().size() == 1 && lineage.to().size() == 1) {
        code = lineage.to().get(0);
      } else if (lineage != null && !lineage.to().contains(code)) {
        return code;
      }
    }
    return code;
  }

  /** The code under which a unit goes on, where that is another one. */
  public Optional<String> newCode(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  /** The code under which a unit goes on; its own where nothing is known of it. */
  public String of(String code) {
    return codes.getOrDefault(code, code);
  }

  public boolean isEmpty() {
    return codes.isEmpty();
  }
}
