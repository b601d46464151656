package org.gridwright.data.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.PlaceClass;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.ArcContiguity;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.demo.life.Planted;
import org.gridwright.data.model.Incident;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted in the demo city is found, and little else. */
class PlantedHotspotsTest {

  private static DemoCity city;
  private static Locator locator;
  private static SpatialWeights queen;
  private static List<Incident> incidents;

  @BeforeAll
  static void makeCity() throws Exception {
    city = DemoCity.generate(DemoOptions.of(1037, 1));
    locator = PackedLocator.of(city.plan());
    queen = ArcContiguity.of(Adjacency.QUEEN, Partition.of(city.plan()));
    incidents = city.incidents().toList();
  }

  private static boolean isOf(Incident incident, Planted planted) {
    return incident.category().equals(planted.category())
        && !incident.occurred().isBefore(planted.from())
        && incident.occurred().isBefore(planted.to());
  }

  private static boolean isNear(Incident incident, Planted planted, double metres) {
    return Geodesy.metres(
            incident.place().x(), incident.place().y(), planted.centre().x(), planted.centre().y())
        <= metres;
  }

  private static double[] counts(Planted planted) {
    double[] counts = new double[city.plan().grids().size()];
    for (Incident incident : incidents) {
      int grid = locator.owner(incident.place().x(), incident.place().y());
      if (grid != Locator.NOBODY && isOf(incident, planted)) {
        counts[grid - 1]++;
      }
    }
    return counts;
  }

  /** The grid of each incident that was planted, or happened among those that were. */
  private static int[] plantedGrids(Planted planted) {
    return incidents.stream()
        .filter(
            incident ->
                isOf(incident, planted) && isNear(incident, planted, planted.radiusMetres()))
        .mapToInt(incident -> locator.owner(incident.place().x(), incident.place().y()) - 1)
        .toArray();
  }

  @Test
  void theThreePlantedConcentrationsAreFoundByGiStar() {
    LocalOptions options = LocalOptions.of(LocalMethod.GISTAR);
    assertThat(city.planted()).hasSize(3);
    for (Planted planted : city.planted()) {
      LocalTest test =
          LocalTest.of(queen, PlaceFigures.ofAll(counts(planted)), options, Progress.NONE);
      PlaceFigures bh = test.p(Adjustment.BH);
      int[] hot =
          IntStream.range(0, test.size())
              .filter(grid -> test.classOf(grid, bh).kind() == PlaceClass.Kind.HOT)
              .toArray();
      int[] grids = plantedGrids(planted);
      long found =
          IntStream.of(grids).filter(grid -> IntStream.of(hot).anyMatch(it -> it == grid)).count();
      assertThat((double) found / grids.length).as(planted.toString()).isGreaterThanOrEqualTo(0.9);
      long astray =
          IntStream.of(hot)
              .filter(
                  grid ->
                      IntStream.of(grids)
                          .noneMatch(it -> it == grid || queen.between(grid, it) > 0))
              .count();
      assertThat(astray).as("hot and not beside it: " + planted).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void theNormalTailIsWarnedOfBecauseReportsAreThin() {
    LocalTest test =
        LocalTest.of(
            queen,
            PlaceFigures.ofAll(counts(city.planted().get(0))),
            LocalOptions.of(LocalMethod.GISTAR),
            Progress.NONE);
    assertThat(test.warnings()).contains(TestWarning.NORMAL_TAIL);
  }
}
