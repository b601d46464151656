package org.gridwright.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** Redraws that really happened, with the figures that others published for them. */
class RealComparisonTest {

  private static Comparison compare(String from, String to, String field, double widthMetres) {
    return Comparison.of(
        RealFeatures.plan(RealData.file(from), field),
        0,
        RealFeatures.plan(RealData.file(to), field),
        0,
        CompareOptions.DEFAULT.withWidth(widthMetres));
  }

  private static long nearlyTheSame(Comparison comparison) {
    return IntStream.range(0, comparison.from().size())
        .filter(i -> comparison.similarity(i) > .99)
        .count();
  }

  private static double sameCode(Comparison comparison) {
    return comparison.sameCodeSquareMetres() / comparison.totalSquareMetresFrom();
  }

  @Test
  void northumbriaWards() {
    Comparison wards =
        compare(
            "redraw/northumbria_wards_2013.geojson.gz",
            "redraw/northumbria_wards_later.geojson.gz",
            "ward",
            10);
    assertThat(wards.from()).hasSize(177);
    assertThat(wards.to()).hasSize(177);
    assertThat(nearlyTheSame(wards)).isEqualTo(130);
    assertThat(sameCode(wards)).isCloseTo(.959, within(.0005));
    assertThat(wards.counts()).containsEntry(Fate.KEPT, 24).containsEntry(Fate.CHANGED, 146);
  }

  @Test
  void singleMemberDistricts() {
    Comparison districts = compare("dc/smd_2002.geojson.gz", "dc/smd_2013.geojson.gz", "smd", 10);
    assertThat(districts.from()).hasSize(286);
    assertThat(districts.to()).hasSize(296);
    assertThat(districts.counts())
        .isEqualTo(
            Map.of(
                Fate.KEPT, 20,
                Fate.CHANGED, 220,
                Fate.SPLIT, 11,
                Fate.MERGED, 6,
                Fate.REARRANGED, 7,
                Fate.NEW, 10,
                Fate.RETIRED, 6));
  }

  @Test
  void precincts() {
    Comparison precincts =
        compare(
            "dc/voting_precinct_2002.geojson.gz",
            "dc/voting_precinct_2012.geojson.gz",
            "precinct",
            10);
    assertThat(precincts.from()).hasSize(142);
    assertThat(precincts.to()).hasSize(143);
    assertThat(precincts.counts())
        .containsEntry(Fate.KEPT, 123)
        .containsEntry(Fate.CHANGED, 18)
        .containsEntry(Fate.SPLIT, 1);
  }

  @Test
  void wards() {
    Comparison wards = compare("dc/ward_2002.geojson.gz", "dc/ward_2012.geojson.gz", "ward", 10);
    assertThat(wards.counts()).containsEntry(Fate.CHANGED, 8);
    assertThat(wards.families()).hasSize(8);
  }

  @Test
  void aPlanComparedWithItself() {
    Plan plan =
        RealFeatures.plan(
            RealData.file("france_communes/communes_metropole_2018.geojson.gz"), "insee");
    Comparison same = Comparison.of(plan, 0, plan, 0, CompareOptions.DEFAULT);

    assertThat(same.counts()).containsEntry(Fate.KEPT, 35_228);
    assertThat(same.families()).hasSize(35_228);
    assertThat(same.movedSquareMetres() + same.noiseSquareMetres()).isZero();
  }

  @Test
  void everyFamilyIsWhole() {
    Comparison districts = compare("dc/smd_2002.geojson.gz", "dc/smd_2013.geojson.gz", "smd", 10);
    Map<Fate, Integer> counts = districts.counts();
    int from = districts.families().stream().mapToInt(family -> family.from().size()).sum();
    int to = districts.families().stream().mapToInt(family -> family.to().size()).sum();

    assertThat(from).isEqualTo(286);
    assertThat(to).isEqualTo(296);
    assertThat(counts.values().stream().mapToInt(it -> it).sum())
        .isEqualTo(districts.families().size());
  }
}
