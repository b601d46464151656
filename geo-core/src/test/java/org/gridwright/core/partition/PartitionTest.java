package org.gridwright.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.core.lattice.AreaAssert.assertThatArea;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.partition.NotSeamlessException.Reason;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Pictures have cells of 10 by 10 steps from (0, 0); grid 0 is A, 1 is B and so on. */
class PartitionTest {

  @Test
  void neighboursShareOneArc() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AB"));
    assertThat(partition.arcCount()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).filter(arc -> partition.right(arc) == 1)).hasSize(1);
    assertThat(partition.faceCount()).isEqualTo(3);
    assertThat(partition.neighbours(0))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.grid()).isEqualTo(1);
              assertThat(it.sharedMetres()).isCloseTo(Geodesy.metres(10, 0, 10, 10), within(1e-9));
            });
  }

  @Test
  void gridsThatTouchInAPointAreNoNeighbours() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AB / CD"));
    assertThat(partition.neighbours(0)).extracting(Partition.Neighbour::grid).containsExactly(1, 2);
  }

  @Test
  void anEnclaveIsBoundedByOneClosedArc() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AAA / ABA / AAA"));
    assertThat(partition.arcCount()).isEqualTo(2);
    assertThatArea(partition.area(0))
        .isValid()
        .covers("POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 20 10, 20 20, 10 20, 10 10))");
    assertThat(partition.gapFaces()).isEmpty();
  }

  @Test
  void anEnclosedFaceOfNobodyIsAGapFace() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AAB / A.B / ABB"));
    assertThat(partition.gapFaces()).hasSize(1);
    assertThatArea(partition.faceArea(partition.gapFaces()[0]))
        .covers("POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
  }

  @Test
  void anIslandInALakeInAGridIsAFaceOfItsOwn() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AAAAA / A...A / A.A.A / A...A / AAAAA"));
    assertThat(partition.facesOf(0)).hasSize(2);
    assertThat(partition.gapFaces()).hasSize(1);
    assertThat(partition.area(0).polygons()).hasSize(2);
    assertThatArea(partition.area(0)).isValid();
  }

  @Test
  void partsThatTouchInOnePointAreSeparateValidPolygons() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AB / BA"));
    assertThat(partition.facesOf(0)).hasSize(2);
    assertThatArea(partition.area(0)).isValid();
    assertThat(partition.area(0).polygons()).hasSize(2);
  }

  @Test
  void aRingThatTouchesItselfBecomesShellAndHole() throws Exception {
    Partition notch = Partition.of(Pictures.plan("AAA / A.A / AA."));
    assertThatArea(notch.area(0)).isValid();
    assertThat(notch.area(0).polygons())
        .singleElement()
        .satisfies(it -> assertThat(it.holes()).hasSize(1));
    Partition lakes = Partition.of(Pictures.plan("AAAA / A.AA / AA.A / AAAA"));
    assertThatArea(lakes.area(0)).isValid();
    assertThat(lakes.area(0).polygons())
        .singleElement()
        .satisfies(it -> assertThat(it.holes()).hasSize(2));
  }

  @Test
  void aVertexOnANeighboursEdgeDividesIt() throws Exception {
    Plan plan =
        plan(
            "POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))",
            "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))",
            "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
    Partition partition = Partition.of(plan);
    assertThat(partition.neighbours(0)).extracting(Partition.Neighbour::grid).containsExactly(1, 2);
    assertThat(partition.area(0).polygons().get(0).shell().size()).isEqualTo(6);
  }

  @Test
  void upperUnitsAreReadOffTheArcs() throws Exception {
    Theme theme = Theme.of("t", "T", CodeScheme.FREE, "district", "grid");
    Partition partition = Partition.of(Pictures.plan(theme, "XXY / X.Y / XXX", "ABE / C.E / CDD"));
    assertThatArea(partition.outline(0, 0))
        .isValid()
        .covers("POLYGON ((0 0, 30 0, 30 10, 10 10, 10 20, 20 20, 20 30, 0 30, 0 0))");
    assertThat(partition.arcsOfLevel(0)).hasSizeLessThan(partition.arcCount());
    assertThat(partition.outlines(0)).containsOnlyKeys(0, 1);
  }

  @Test
  void overlappingGridsAreRefused() {
    assertRefused(
        Reason.CROSSING,
        "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))",
        "POLYGON ((10 10, 30 10, 30 30, 10 30, 10 10))");
  }

  @Test
  void theSameAreaTwiceIsRefusedAlthoughAllEdgesMatch() {
    assertRefused(
        Reason.SAME_SIDE,
        "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))",
        "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
  }

  @Test
  void aGridInsideAnotherWithoutHoleIsRefused() {
    assertRefused(
        Reason.NESTED,
        "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0))",
        "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
  }

  @Test
  void aGridInsideAnotherThatTouchesItInAPointIsRefused() {
    assertRefused(
        Reason.VERTEX,
        "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0))",
        "POLYGON ((0 0, 20 10, 10 20, 0 0))");
  }

  @Test
  void aVertexShiftedByOneStepIsAnOverlapOrAGapAndNeverMended() throws Exception {
    assertRefused(
        Reason.VERTEX,
        "POLYGON ((0 0, 10 0, 11 5, 10 10, 0 10, 0 0))",
        "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
    Partition withGap =
        Partition.of(
            plan(
                "POLYGON ((0 0, 10 0, 9 5, 10 10, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))"));
    assertThat(withGap.gapFaces()).hasSize(1);
  }

  @Test
  void aRingThatCrossesItselfIsRefused() {
    assertRefused(Reason.CROSSING, "POLYGON ((0 0, 20 20, 20 0, 0 21, 0 0))");
  }

  @Test
  void aPartitionSurvivesSerialization() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AAB / ACB"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(partition);
    Partition read =
        (Partition)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(read.arcCount()).isEqualTo(partition.arcCount());
    assertThatArea(read.area(2)).covers(partition.area(2));
  }

  private static void assertRefused(Reason reason, String... wkt) {
    assertThatThrownBy(() -> Partition.of(plan(wkt)))
        .isInstanceOfSatisfying(
            NotSeamlessException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.codes()).isNotEmpty();
              assertThat(e.getMessage()).contains(e.codes().get(0));
            });
  }

  private static Plan plan(String... wkt) {
    List<Unit> units =
        IntStream.range(0, wkt.length)
            .mapToObj(
                i ->
                    new Unit(
                        0, String.valueOf((char) ('A' + i)), null, "", Map.of(), Wkt.area(wkt[i])))
            .toList();
    return Plan.of(Theme.of("t", "T", CodeScheme.FREE, "grid"), units);
  }
}
