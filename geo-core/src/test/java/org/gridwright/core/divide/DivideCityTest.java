package org.gridwright.core.divide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class DivideCityTest {

  /** 143 communities divided into 1,037 grids, without streets, so that it is quick. */
  @Test
  void communitiesDividedInto1037Grids() throws NotSeamlessException {
    RedrawCity city = RedrawCity.of(143, 1);
    Plan plan = city.plan();
    WeightedPoints addresses = city.addresses(40_000);
    Map<String, Integer> parts = Divide.allot(plan, 0, city.communities(), 1_037, addresses);
    Redraw redraw =
        Divide.propose(plan, DivideOptions.of(0, parts).withWeights(addresses).withTolerance(0.1));
    assertThat(redraw.grids()).hasSize(1_037);
    RedrawReport report = redraw.report();
    assertThat(report.isBalanced()).as("largest deviation " + report.largestDeviation()).isTrue();
    assertThat(report.disconnected()).isZero();
    assertThat(report.meanPolsbyPopper()).isGreaterThan(0.6);
    assertThat(redraw.touched()).isEmpty();
    Plan after = redraw.after();
    Partition partition = Partition.of(after);
    assertThat(partition.gapFaces()).isEmpty();
    assertThat(after.units(0)).isEqualTo(plan.units(0));
    Level grids = after.theme().gridLevel();
    for (Unit grid : after.grids()) {
      assertThat(CodeScheme.CN15.fault(after.theme(), grids.depth(), grid.code(), grid.parent()))
          .isEmpty();
    }
  }
}
