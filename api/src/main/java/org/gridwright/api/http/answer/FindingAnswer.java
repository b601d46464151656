package org.gridwright.api.http.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.data.draft.Reviewed;
import org.jspecify.annotations.Nullable;

/**
 * A finding, the same wherever one is told.
 *
 * @param units codes
 * @param paths to the units, each from the coarsest level down and with the unit last
 * @param message names the units by name
 * @param place null for a fault of a plan that has no area at all
 * @param accepted null where nobody has accepted it
 * @param fixes what a repair can do with it, in the words of its choices
 */
public record FindingAnswer(
    String id,
    String kind,
    String severity,
    List<String> units,
    List<List<PathStep>> paths,
    double areaSquareMetres,
    double widthMetres,
    String message,
    @Nullable GeoJsonPlace place,
    @Nullable Accepted accepted,
    List<String> fixes) {

  private static final double MILLIMETRES = 1000;

  /** Who accepted it, and why. */
  public record Accepted(String reason, String author, Instant at) {

    static @Nullable Accepted of(Reviewed reviewed) {
      return reviewed
          .accepted()
          .map(by -> new Accepted(by.reason(), by.author(), by.at()))
          .orElse(null);
    }
  }

  /** A finding of a draft that nobody has accepted, with what can be done about it. */
  public static FindingAnswer open(Finding finding, UnitsByName units) {
    return of(finding, null, fixes(finding), units);
  }

  /** A finding of a draft, with what can be done about it. */
  public static FindingAnswer ofDraft(Reviewed reviewed, UnitsByName units) {
    return of(reviewed.finding(), Accepted.of(reviewed), fixes(reviewed.finding()), units);
  }

  /** A finding of a published plan, which is never changed. */
  public static FindingAnswer ofPublished(Reviewed reviewed, UnitsByName units) {
    return of(reviewed.finding(), Accepted.of(reviewed), List.of(), units);
  }

  private static FindingAnswer of(
      Finding finding, @Nullable Accepted accepted, List<String> fixes, UnitsByName units) {
    return new FindingAnswer(
        finding.id(),
        finding.kind().id(),
        finding.severity().id(),
        finding.units(),
        units.paths(finding.units()),
        Metres.rounded(finding.areaSquareMetres()),
        Math.round(finding.widthMetres() * MILLIMETRES) / MILLIMETRES,
        units.say(finding.message(), finding.units()),
        GeoJsonPlace.orNull(finding.place()),
        accepted,
        fixes);
  }

  /** Whether a repair can do something about it. */
  static boolean canBeMended(Finding finding) {
    return fixes(finding).stream().anyMatch(fix -> !fix.equals("declare-void"));
  }

  private static List<String> fixes(Finding finding) {
    return switch (finding.kind()) {
      case GAP, INLET, OVERLAP -> {
        List<String> fixes =
            new ArrayList<>(
                List.of("both-corners", "middle", "longest-border", "largest", "smallest"));
        finding.units().forEach(code -> fixes.add("to:" + code));
        if (finding.kind() != Finding.Kind.OVERLAP) {
          fixes.add("declare-void");
        }
        yield fixes;
      }
      case DUPLICATE_UNIT -> finding.units().stream().map(code -> "to:" + code).toList();
      case MISMATCHED_EDGE -> List.of("snap");
      default -> List.of();
    };
  }
}
