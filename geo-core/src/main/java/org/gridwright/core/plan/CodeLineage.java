package org.gridwright.core.plan;

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

  /** Of each code that lineage names, in the order in which it first does. */
  private final Map<String, Followed> followed;

  private CodeLineage(Map<String, Followed> followed) {
    this.followed = followed;
  }

  /**
   * Where a code leads.
   *
   * @param ended whether its unit does not go on as one; from there it stays
   */
  private record Followed(String code, boolean ended) {

    Followed through(Map<String, Lineage> step) {
      Lineage lineage = ended ? null : step.get(code);
      if (lineage == null) {
        return this;
      }
      if (lineage.from().size() == 1 && lineage.to().size() == 1) {
        return new Followed(lineage.to().get(0), false);
      }
      return lineage.to().contains(code) ? this : new Followed(code, true);
    }
  }

  /**
   * What lineage tells. Takes time linear in the lineage for each code in it.
   *
   * @param steps the lineage of each change, in order; what one change does, it does at once, so
   *     that two units may change codes with each other
   */
  public static CodeLineage of(int depth, List<List<Lineage>> steps) {
    return NONE.followedBy(depth, steps);
  }

  /** The same after more changes. Takes time linear in the codes that are known, for each. */
  public CodeLineage followedBy(int depth, List<List<Lineage>> steps) {
    Map<String, Followed> codes = new LinkedHashMap<>(followed);
    for (List<Lineage> step : steps) {
      Map<String, Lineage> from = new HashMap<>();
      for (Lineage each : step) {
        if (each.depth() == depth) {
          each.from().forEach(code -> from.put(code, each));
        }
      }
      if (!from.isEmpty()) {
        from.keySet().forEach(code -> codes.putIfAbsent(code, new Followed(code, false)));
        codes.replaceAll((first, leads) -> leads.through(from));
      }
    }
    return new CodeLineage(codes);
  }

  /** The code under which a unit goes on, where that is another one. */
  public Optional<String> newCode(String code) {
    return Optional.ofNullable(followed.get(code))
        .map(Followed::code)
        .filter(other -> !other.equals(code));
  }

  /** The code under which a unit goes on; its own where nothing is known of it. */
  public String of(String code) {
    return newCode(code).orElse(code);
  }

  public boolean isEmpty() {
    return followed.entrySet().stream().allMatch(it -> it.getKey().equals(it.getValue().code()));
  }
}
