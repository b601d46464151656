package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeException;
import org.junit.jupiter.api.Test;

class OrdinatesTest {

  @Test
  void agreesWithDoublesOnRandomTexts() {
    Random random = new Random(14);
    for (int i = 0; i < 400_000; i++) {
      agrees(text(random));
    }
  }

  @Test
  void agreesWithDoublesOnOddTexts() {
    for (String text :
        List.of(
            "",
            " ",
            "+",
            "-",
            ".",
            "1.",
            ".5",
            "-.5",
            "+1",
            "--1",
            "1e1",
            "1E-3",
            "NaN",
            "Infinity",
            "0x1p3",
            "1d",
            "114.305f",
            "30.605D",
            "1.2.3",
            "180",
            "180.0000000",
            "180.00000004",
            "180.0000000000000001",
            "180.00000006",
            "-180.00000005",
            "90.00000005",
            "89.99999995",
            "0.00000005",
            "-0.00000005",
            "0.000000050000001",
            "999999999999999999",
            "1234567890123456789012",
            "0.1234567890123456789",
            "\t1.5\t",
            "１",
            "1,5",
            "12 3")) {
      agrees(text);
    }
  }

  private static void agrees(String text) {
    byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
    int end = bytes.length - 1;
    assertThat(Ordinates.longitude(bytes, 1, end)).as(text).isEqualTo(byDouble(text, true));
    assertThat(Ordinates.latitude(bytes, 1, end)).as(text).isEqualTo(byDouble(text, false));
  }

  private static int byDouble(String text, boolean longitude) {
    try {
      double degrees = DecimalText.parse(text);
      return longitude ? Lattice.longitude(degrees) : Lattice.latitude(degrees);
    } catch (NumberFormatException | LatticeException unreadable) {
      return Ordinates.NONE;
    }
  }

  private static String text(Random random) {
    BigDecimal step = BigDecimal.valueOf(random.nextInt(-1_810_000_000, 1_810_000_000), 7);
    return switch (random.nextInt(6)) {
      case 0 -> step.toPlainString();
      case 1 -> step.add(new BigDecimal("5e-8")).toPlainString();
      case 2 ->
          step.add(new BigDecimal("5e-8"))
              .add(BigDecimal.valueOf(random.nextInt(-99, 100), 9 + random.nextInt(8)))
              .toPlainString();
      case 3 -> String.valueOf(random.nextDouble(-181, 181));
      case 4 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20)).toPlainString();
      default -> String.valueOf(random.nextInt(-200, 200));
    };
  }
}
