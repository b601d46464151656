package org.gridwright.core.gwl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was written is read; what was damaged since is refused. */
class GwlFileTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final Theme BEATS =
      Theme.of("beats", "Beats", CodeScheme.FREE, "district", "beat");

  @Test
  void aPlanIsReadAsItWasWritten() {
    Plan plan = RandomPartitions.city(150, 4);
    PackedLocator locator = PackedLocator.of(plan);
    BytesInMemory bytes = BytesInMemory.of(content(7, plan, NEW_YEAR, null));
    GwlPlan read = GwlFile.of(bytes).plans().get(0);
    assertThat(read.id()).isEqualTo(7);
    assertThat(read.revision()).isEqualTo(3);
    assertThat(read.days()).isEqualTo(new GwlDays(NEW_YEAR, null));
    assertThat(read.theme()).isEqualTo(plan.theme());
    assertThat(read.digest()).isEqualTo(PlanDigest.of(plan)).hasSize(64);
    assertThat(read.gridCodes()).isEqualTo(plan.grids().stream().map(Unit::code).toList());
    PackedLocator whole = read.locator();
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      int x = random.nextInt(plan.envelope().minX() - 999, plan.envelope().maxX() + 999);
      int y = random.nextInt(plan.envelope().minY() - 999, plan.envelope().maxY() + 999);
      Placement placement = locator.place(x, y);
      assertThat(whole.place(x, y)).isEqualTo(placement);
      assertThat(read.locatorAt(x, y).place(x, y)).isEqualTo(placement);
      if (placement.owner() > 0) {
        assertThat(codes(read.path(placement.owner())))
            .isEqualTo(codes(plan.path(plan.grids().get(placement.owner() - 1))));
      }
    }
  }

  @Test
  void namesInOtherLanguagesAreKeptAndOtherAttributesAreNot() {
    Plan drawn = Pictures.plan(BEATS, 0, 0, 100, "XX", "AB");
    List<Unit> units = new ArrayList<>(drawn.units(0));
    for (Unit grid : drawn.grids()) {
      units.add(
          grid.withAttributes(Map.of("name:zh", "网格", "name:en", "Beat", "households", "12")));
    }
    GwlPlan read =
        GwlFile.of(BytesInMemory.of(content(1, Plan.of(BEATS, units), null, null))).plans().get(0);
    assertThat(read.unit(1, 1).attributes()).isEqualTo(Map.of("name:zh", "网格", "name:en", "Beat"));
    assertThat(read.unit(1, 1).parentCode()).isEqualTo("X");
    assertThat(read.unit(0, 0).parentCode()).isNull();
  }

  @Test
  void thePlansOfAPeriodAreFoundByDay() {
    LocalDate july = LocalDate.of(2026, 7, 1);
    GwlFile file =
        GwlFile.of(
            BytesInMemory.of(
                content(1, RandomPartitions.city(9, 1), NEW_YEAR, july),
                content(2, RandomPartitions.city(16, 1), july, null)));
    assertThat(file.inForce(NEW_YEAR.minusDays(1))).isEmpty();
    assertThat(file.inForce(NEW_YEAR).orElseThrow().grids()).isEqualTo(9);
    assertThat(file.inForce(july.minusDays(1)).orElseThrow().id()).isEqualTo(1);
    assertThat(file.inForce(july).orElseThrow().gridCodes()).hasSize(16);
  }

  @Test
  void aPlanWithoutGridsIsRead() {
    GwlPlan read =
        GwlFile.of(BytesInMemory.of(content(1, Plan.of(BEATS, List.of()), null, null)))
            .plans()
            .get(0);
    assertThat(read.locator().owner(0, 0)).isZero();
    assertThat(read.locatorAt(5, 5).place(5, 5).runnerUp()).isEmpty();
  }

  @Test
  void theDigestChangesWithAnythingThatIsAnswered() {
    Plan plan = Pictures.plan(BEATS, 0, 0, 100, "XX", "AB");
    Plan moved = Pictures.plan(BEATS, 1, 0, 100, "XX", "AB");
    List<Unit> renamed = new ArrayList<>(plan.units(0));
    plan.grids()
        .forEach(grid -> renamed.add(grid.withAttributes(Map.of("name:en", grid.code() + "!"))));
    assertThat(
            List.of(
                PlanDigest.of(plan),
                PlanDigest.of(moved),
                PlanDigest.of(Plan.of(BEATS, renamed)),
                PlanDigest.of(Pictures.plan(BEATS, 0, 0, 100, "XX", "AC"))))
        .doesNotHaveDuplicates();
    Plan city = RandomPartitions.city(9, 1);
    assertThat(PlanDigest.of(city)).isEqualTo(PlanDigest.of(RandomPartitions.city(9, 1)));
  }

  @Test
  void flippedBytesAreRefusedOrChangeNothing() {
    Plan plan = RandomPartitions.city(60, 9);
    BytesInMemory sound = BytesInMemory.of(content(1, plan, NEW_YEAR, null));
    int x = plan.envelope().minX() + 60_000;
    int y = plan.envelope().minY() + 60_000;
    String truth = answers(sound, x, y);
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 800; round++) {
      byte[] bytes = sound.bytes().clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      refused += refusedOr(truth, new BytesInMemory(bytes), x, y);
    }
    assertThat(refused).isGreaterThan(770);
  }

  @Test
  void filesThatAreCutShortAreRefused() {
    Plan plan = RandomPartitions.city(40, 9);
    byte[] whole = BytesInMemory.of(content(1, plan, NEW_YEAR, null)).bytes();
    Random random = new Random(4);
    for (int length = 0; length < whole.length; length += 1 + random.nextInt(400)) {
      BytesInMemory part = new BytesInMemory(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> GwlFile.of(part)).isInstanceOf(GwlException.class);
    }
  }

  @Test
  void wrongPartsWithRightChecksumsNeverCrash() {
    Plan plan = RandomPartitions.city(30, 9);
    byte[] sound = BytesInMemory.of(content(1, plan, NEW_YEAR, null)).bytes();
    int x = plan.envelope().minX() + 60_000;
    int y = plan.envelope().minY() + 60_000;
    Random random = new Random(6);
    for (int round = 0; round < 800; round++) {
      byte[] bytes = sound.clone();
      int content =
          (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(foot(bytes));
      int at = random.nextBoolean() ? random.nextInt(content) : content - random.nextInt(1200) - 1;
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      withChecksums(bytes);
      try {
        answers(new BytesInMemory(bytes), x, y);
      } catch (GwlException told) {
        assertThat(told.told().key()).startsWith("gwl.");
      }
    }
  }

  @Test
  void anotherVersionAndAnotherFileAreSaidToBeSuch() {
    byte[] bytes = BytesInMemory.of(content(1, RandomPartitions.city(4, 9), null, null)).bytes();
    bytes[8] = 2;
    assertThatThrownBy(() -> GwlFile.of(new BytesInMemory(bytes)))
        .hasMessage(
            "the file of plans is of version 2 and version 1 is read; write it anew with"
                + " 'export locator'");
    assertThatThrownBy(() -> GwlFile.of(new BytesInMemory(new byte[5000])))
        .hasMessage("this is no file of plans (.gwl); write one with 'export locator'");
  }

  private static int refusedOr(String truth, BytesInMemory bytes, int x, int y) {
    try {
      assertThat(answers(bytes, x, y)).isEqualTo(truth);
      return 0;
    } catch (GwlException told) {
      return 1;
    }
  }

  /** Everything that a file says, told by all ways of asking. */
  private static String answers(BytesInMemory bytes, int x, int y) {
    GwlPlan plan = GwlFile.of(bytes).plans().get(0);
    PackedLocator whole = plan.locator();
    return plan.locatorAt(x, y).place(x, y)
        + " "
        + whole.owner(x, y)
        + plan.digest()
        + plan.theme()
        + plan.days()
        + plan.gridCodes()
        + plan.path(1);
  }

  private static int foot(byte[] bytes) {
    return bytes.length - 64;
  }

  /** Makes the checksums right again, as who forges a file would. */
  private static void withChecksums(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int content = (int) all.getLong(foot(bytes));
    int table = content;
    for (int from = 0; from < content; from += 1 << 16, table += 4) {
      all.putInt(table, checksum(bytes, from, Math.min(1 << 16, content - from)));
    }
    all.putInt(foot(bytes) + 28, checksum(bytes, content, table - content));
    all.putInt(foot(bytes) + 52, checksum(bytes, foot(bytes), 52));
  }

  private static int checksum(byte[] bytes, int from, int count) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, count);
    return (int) sum.getValue();
  }

  private static List<String> codes(List<Unit> units) {
    return units.stream().map(Unit::code).toList();
  }

  private static GwlContent content(
      long id, Plan plan, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new GwlContent(id, 3, new GwlDays(from, to), plan, PackedLocator.of(plan));
  }
}
