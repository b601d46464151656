package org.gridwright.api.http.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.answer.FeatureCollection;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.GeoJsonPlace;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.Mend;
import org.gridwright.core.repair.Movement;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repaired;
import org.jspecify.annotations.Nullable;

/**
 * What a repair would do, or has done.
 *
 * @param version of the draft, after the repair where it was applied
 * @param closedSquareMetres what moved vertices take from outside
 * @param before grids that change, as they are drawn in the draft before
 * @param after the same afterwards
 * @param left what the check still finds
 * @param edit the stored edit; left out of a preview
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RepairAnswer(
    long version,
    List<MendItem> mends,
    List<MovementItem> moved,
    double closedSquareMetres,
    FeatureCollection before,
    FeatureCollection after,
    List<FindingAnswer> left,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EditAnswer edit) {

  private static final double MILLIMETRES = 1000;

  /**
   * @param receiver null where the ground is left as it is
   */
  record MendItem(
      String kind,
      @Nullable GeoJsonPlace place,
      double areaSquareMetres,
      double widthMetres,
      List<String> units,
      @Nullable String receiver,
      String message) {

    static MendItem of(Mend mend, Locale language) {
      return new MendItem(
          mend.kind().name().toLowerCase(Locale.ROOT),
          GeoJsonPlace.orNull(mend.place()),
          Metres.rounded(mend.squareMetres()),
          millimetres(mend.widthMetres()),
          mend.units(),
          mend.isLeft() ? null : String.join(" ", mend.receiver()),
          mend.message().in(language));
    }
  }

  record MovementItem(
      String code,
      double areaBefore,
      double areaAfter,
      double gained,
      double lost,
      double vertexMetres) {

    static MovementItem of(Movement movement) {
      return new MovementItem(
          movement.code(),
          Metres.rounded(movement.squareMetresBefore()),
          Metres.rounded(movement.squareMetresAfter()),
          Metres.rounded(movement.gainedSquareMetres()),
          Metres.rounded(movement.lostSquareMetres()),
          millimetres(movement.vertexMetres()));
    }
  }

  static RepairAnswer of(
      long version,
      Proposal proposal,
      Repaired repaired,
      @Nullable EditAnswer edit,
      Locale language) {
    return new RepairAnswer(
        version,
        proposal.mends().stream().map(mend -> MendItem.of(mend, language)).toList(),
        proposal.moved().stream().map(MovementItem::of).toList(),
        Metres.rounded(proposal.closedSquareMetres()),
        changed(proposal, proposal.before()),
        changed(proposal, repaired.plan()),
        left(repaired, language),
        edit);
  }

  private static List<FindingAnswer> left(Repaired repaired, Locale language) {
    UnitsByName units = new UnitsByName(repaired.plan(), language);
    return repaired.leftovers().stream()
        .map(finding -> FindingAnswer.open(finding, units))
        .toList();
  }

  private static FeatureCollection changed(Proposal proposal, Plan plan) {
    int grids = plan.theme().gridLevel().depth();
    List<Unit> units =
        proposal.areas().keySet().stream()
            .map(code -> plan.unit(grids, code).orElseThrow())
            .toList();
    return FeatureCollection.ofUnits(plan.theme(), units);
  }

  private static double millimetres(double metres) {
    return Math.round(metres * MILLIMETRES) / MILLIMETRES;
  }
}
