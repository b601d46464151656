package org.gridwright.data.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of assignments, in and out, without a store. */
class AssignmentFileTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "community", "grid");

  /** Grids 1 and 2 in community 01, grids 3 and 4 in community 02. */
  private static final Plan FOUR = Pictures.plan(TWO, "PPQQ/PPQQ", "AABB/CCDD");

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("assigned.csv"), String.join("\n", lines) + "\n");
  }

  private AssignedUnits units(Plan plan, boolean emptied, String... lines) throws IOException {
    return units(plan, true, emptied, lines);
  }

  private AssignedUnits units(Plan plan, boolean multipart, boolean emptied, String... lines)
      throws IOException {
    return ParentAssignments.of(
        plan,
        AssignmentFile.ofUnits(file(lines), TextOptions.DEFAULT, plan.theme(), null),
        multipart,
        emptied);
  }

  private static Plan made(Plan plan, AssignedUnits assigned) {
    return plan.with(assigned.edit().orElseThrow().on(EditablePlan.of(plan)));
  }

  private static String written(Plan plan, int depth) {
    return written(plan, depth, false);
  }

  private static String written(Plan plan, int depth, boolean names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AssignmentFile.write(plan, plan.theme().levels().get(depth), names, out, CsvOutput.DEFAULT);
    return out.toString(StandardCharsets.UTF_8);
  }

  private AssignmentsRefusedException refused(boolean emptied, String... lines) {
    return catchThrowableOfType(
        AssignmentsRefusedException.class, () -> units(FOUR, emptied, lines));
  }

  private static List<String> told(AssignmentsRefusedException refused) {
    return refused.issues().stream().map(issue -> issue.line() + ": " + issue.what()).toList();
  }

  @Test
  void rowsMoveWhatTheyNameAndTheRestIsCounted() throws IOException {
    AssignedUnits assigned = units(FOUR, false, "grid,community", "A,P", "C,Q");
    assertThat(assigned.report()).isEqualTo(new AssignmentReport(2, 1, 1, 2, List.of(), List.of()));
    assertThat(made(FOUR, assigned).unit(1, "C").orElseThrow().parent()).contains("Q");
  }

  @Test
  void columnsAreFoundByTheNamesOfLevelsElseByOrder() throws IOException {
    assertThat(units(FOUR, false, "community,grid", "Q,C").report().changed()).isEqualTo(1);
    assertThat(units(FOUR, false, "x,Grid,y,COMMUNITY", "1,C,2,Q").report().changed()).isEqualTo(1);
    assertThat(units(FOUR, false, "BLOCKID,DISTRICT", "C,Q").report().changed()).isEqualTo(1);
    assertThatThrownBy(() -> units(FOUR, false, "a,b,c", "C,Q,x"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grid and community");
  }

  @Test
  void namesBehindCodesArePassedOverWhenReadAgain() throws IOException {
    Theme three = Theme.of("three", "Three", CodeScheme.FREE, "district", "community", "grid");
    Plan plan = Pictures.plan(three, "XXXX/XXXX", "PPQQ/PPQQ", "AABB/CCDD");
    for (int depth = 1; depth <= 2; depth++) {
      String with = written(plan, depth, true);
      String level = three.levels().get(depth).name();
      String above = three.levels().get(depth - 1).name();
      assertThat(with)
          .startsWith(level + "," + above + "," + level + "_name," + above + "_name\r\n");
      AssignedUnits again = units(plan, false, with.split("\r\n", -1));
      assertThat(again.report().same()).isEqualTo(plan.units(depth).size());
      assertThat(again.edit()).isEmpty();
    }
  }

  @Test
  void everyRowThatCanNotHoldIsNamedWithItsLine() {
    assertThat(
            told(refused(false, "grid,community", "A,Q", "X,P", "B,A", "P,Q", "A,P", ",Q", "C,Y")))
        .containsExactly(
            "3: there is no grid \"X\" in this draft; check the code, or add the unit first",
            "4: \"A\" is a grid, not a community; give the code of a community",
            "5: \"P\" is a community, not a grid; give the code of a grid",
            "6: \"A\" is assigned to \"P\" here, but to \"Q\" in line 2; leave one of them",
            "7: a field is empty; give the code and the unit that it belongs to",
            "8: there is no community \"Y\" in this draft; check the code, or add the unit first");
  }

  @Test
  void aParentLeftWithoutChildrenIsNamedWithARemedyThatWorks() throws IOException {
    assertThat(told(refused(false, "grid,community", "A,Q", "C,Q")))
        .containsExactly(
            "3: no grid would be left to the community \"P\"; leave it one, or let units go that"
                + " are left with nothing");
    AssignedUnits assigned = units(FOUR, true, "grid,community", "A,Q", "C,Q");
    assertThat(assigned.report().emptied()).containsExactly("P");
    assertThat(made(FOUR, assigned).unit(0, "P")).isEmpty();
  }

  @Test
  void theSameRowTwiceIsOne() throws IOException {
    assertThat(units(FOUR, false, "grid,community", "C,Q", "C,Q").report().changed()).isEqualTo(1);
  }

  @Test
  void theTopBelongsToNothing() {
    assertThatThrownBy(
            () ->
                AssignmentFile.ofUnits(
                    file("community,city", "P,X"), TextOptions.DEFAULT, TWO, TWO.levels().get(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("choose a level below");
  }

  @Test
  void codesAreWrittenAsTextsAndKeepTheirZeros() {
    Theme theme = Theme.of("zeros", "Zeros", CodeScheme.FREE, "community", "grid");
    Unit grid = FOUR.grids().get(0);
    Plan plan =
        Plan.of(
            theme,
            List.of(
                new Unit(0, "001", null, "x", Map.of(), null),
                new Unit(1, "0007", "001", "y", Map.of(), grid.drawnArea())));
    assertThat(written(plan, 1)).isEqualTo("grid,community\r\n\"0007\",\"001\"\r\n");
  }

  /** Parents at random, out and in again: nothing changes; and in on the plan before, all does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void parentsGoRound(long seed) throws IOException {
    Random random = new Random(seed);
    Plan plan = UpperLevels.draw(RandomPartitions.city(150, seed));
    List<Unit> districts = plan.units(0);
    List<String> lines = new ArrayList<>(List.of("grid,district"));
    for (Unit grid : plan.grids()) {
      if (random.nextInt(3) == 0) {
        lines.add(grid.code() + "," + districts.get(random.nextInt(districts.size())).code());
      }
    }
    Plan after = made(plan, units(plan, true, lines.toArray(String[]::new)));
    String out = written(after, 1);
    assertThat(units(after, false, out.split("\r\n")).edit()).isEmpty();
    Plan again = made(plan, units(plan, true, out.split("\r\n")));
    assertThat(again.grids()).isEqualTo(after.grids());
    assertThat(written(again, 1)).isEqualTo(out);
  }

  /** Blocks to grids at random, out and in again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void gridsOfBlocksGoRound(long seed) throws IOException {
    Random random = new Random(seed);
    Plan blocks = RandomPartitions.city(120, seed);
    Plan plan = gridsOf(blocks, new TreeMap<>());
    Map<String, String> assigned = new TreeMap<>();
    for (Unit block : blocks.grids()) {
      if (random.nextInt(2) == 0) {
        assigned.put(block.code(), "N" + random.nextInt(6));
      }
    }
    List<String> lines = new ArrayList<>(List.of("BLOCK,DISTRICT"));
    assigned.forEach((block, grid) -> lines.add(block + "," + grid));
    Plan after = made(plan, blocks(plan, blocks, lines));
    Plan drawn = gridsOf(blocks, assigned);
    assertThat(after.grids().stream().map(Unit::code))
        .containsExactlyElementsOf(drawn.grids().stream().map(Unit::code).toList());
    for (Unit grid : drawn.grids()) {
      assertThat(
              LatticeJts.toSteps(grid.drawnArea())
                  .equalsTopo(
                      LatticeJts.toSteps(after.unit(0, grid.code()).orElseThrow().drawnArea())))
          .as("%s", grid.code())
          .isTrue();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(AssignmentFile.write(after, blocks, out, CsvOutput.DEFAULT)).isZero();
    List<String> written = List.of(out.toString(StandardCharsets.UTF_8).split("\r\n"));
    assertThat(written).hasSize(121);
    assertThat(blocks(after, blocks, written).edit()).isEmpty();
    assertThat(blocks(plan, blocks, written).report().changed()).isEqualTo(assigned.size());
  }

  private AssignedUnits blocks(Plan plan, Plan blocks, List<String> lines) throws IOException {
    return BlockAssignments.of(
        plan,
        blocks,
        AssignmentFile.ofBlocks(
            file(lines.toArray(String[]::new)), TextOptions.DEFAULT, plan.theme()),
        null,
        true,
        true);
  }

  /** By another way: the districts of the blocks are the grids, but for what is assigned. */
  private static Plan gridsOf(Plan blocks, Map<String, String> assigned) {
    Map<String, List<LatticeMultiPolygon>> parts = new TreeMap<>();
    for (Unit block : blocks.grids()) {
      String grid = assigned.getOrDefault(block.code(), block.parent().orElseThrow());
      parts.computeIfAbsent(grid, it -> new ArrayList<>()).add(block.drawnArea());
    }
    List<Unit> grids = new ArrayList<>();
    parts.forEach(
        (code, areas) ->
            grids.add(new Unit(0, code, null, code, Map.of(), UpperLevels.union(areas))));
    return Plan.of(Theme.of("grids", "Grids", CodeScheme.FREE, "grid"), grids);
  }

  @Test
  void everyUnitThatWouldFallApartIsNamedWithTheLinesThatTearIt() throws IOException {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PPPQQQQRRR", "ABCDEFGHIJ"));
    String[] rows = {"grid,community", "A,P", "B,Q", "E,R"};
    AssignmentsRefusedException refused =
        catchThrowableOfType(
            AssignmentsRefusedException.class, () -> units(plan, false, false, rows));
    assertThat(refused.issues()).extracting(AssignmentIssue::code).containsOnly("B", "E");
    assertThat(told(refused))
        .containsExactlyInAnyOrder(
            "3: the community \"P\" would consist of 2 separate parts, by the rows in lines 3;"
                + " assign them otherwise, or allow units of several parts",
            "3: the community \"Q\" would consist of 3 separate parts, by the rows in lines 3, 4;"
                + " assign them otherwise, or allow units of several parts",
            "4: the community \"R\" would consist of 2 separate parts, by the rows in lines 4;"
                + " assign them otherwise, or allow units of several parts");
    Plan made = made(plan, units(plan, true, false, rows));
    assertThat(made.unit(0, "Q").orElseThrow().drawnArea().polygons()).hasSize(3);
  }

  @Test
  void whatIsInPartsAlreadyMayStaySoButGetsNoMore() throws IOException {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PPQQPPQQ", "ABCDEFGH"));
    String[] joining = {"grid,community", "E,Q"};
    AssignedUnits stays = units(plan, false, false, joining);
    assertThat(made(plan, stays).unit(0, "P").orElseThrow().drawnArea().polygons()).hasSize(2);
    assertThatThrownBy(() -> units(plan, false, false, "grid,community", "H,P"))
        .isInstanceOf(AssignmentsRefusedException.class);
  }

  @Test
  void aRefusalOfTheGroundNamesTheRows() {
    Plan plan = Pictures.plan("AAAABB");
    Plan blocks = Pictures.plan("abcdef");
    assertThatThrownBy(
            () ->
                BlockAssignments.of(
                    plan,
                    blocks,
                    AssignmentFile.ofBlocks(
                        file("block,grid", "f,B", "e,B", "a,B"), TextOptions.DEFAULT, plan.theme()),
                    null,
                    false,
                    false))
        .isInstanceOf(AssignmentsRefusedException.class)
        .hasMessageContaining("the grid \"B\" would consist of 2 separate parts")
        .hasMessageContaining("the rows in lines 4");
  }

  @Test
  void aBlockThatThereIsNotIsNamed() {
    Plan plan = Pictures.plan("AAB");
    AssignmentsRefusedException refused =
        catchThrowableOfType(
            AssignmentsRefusedException.class,
            () ->
                BlockAssignments.of(
                    plan,
                    Pictures.plan("abc"),
                    AssignmentFile.ofBlocks(
                        file("block,grid", "a,A", "x,B"), TextOptions.DEFAULT, plan.theme()),
                    null,
                    false,
                    false));
    assertThat(told(refused)).hasSize(1).first().asString().startsWith("3: there is no block");
  }
}
