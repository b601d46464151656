package org.gridwright.api.http.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/** What a unit in view has: as {@link BalanceRow}, without its names. */
record DrawnAmount(
    String code,
    @Nullable BigDecimal value,
    @Nullable String basis,
    @Nullable Double deviation,
    boolean outside) {

  /** The units whose rectangles meet a closed one. */
  static List<DrawnAmount> within(LatticeEnvelope box, PlanBalance balance) {
    return IntStream.range(0, balance.amounts().size())
        .filter(index -> meets(box, balance.amounts().unit(index).area()))
        .mapToObj(index -> of(balance, index))
        .toList();
  }

  private static boolean meets(LatticeEnvelope box, @Nullable LatticeMultiPolygon area) {
    return area != null && area.envelope().intersects(box);
  }

  private static DrawnAmount of(PlanBalance balance, int index) {
    UnitAmount amount = balance.amounts().amount(index);
    return new DrawnAmount(
        balance.amounts().unit(index).code(),
        amount.known(),
        amount.known() == null ? null : amount.basis(),
        DraftBalanceAnswer.orNull(balance.deviation(index)),
        balance.isOutside(index));
  }
}
