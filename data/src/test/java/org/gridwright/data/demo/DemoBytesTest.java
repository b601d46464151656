package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same numbers and seed make the same city on every JVM, whatever made it quicker since. Who
 * changes the city on purpose writes the new digests here.
 */
class DemoBytesTest {

  @ParameterizedTest
  @CsvSource({
    "15, 1, e306854accbb6600",
    "122, 7, 64113ed5bc85fed5",
    "1037, 1, 78490c922a564f73",
    "5000, 3, 533e41c6716df4c3"
  })
  void theSameSeedMakesTheSameBytes(int grids, long seed, String digest)
      throws NoSuchAlgorithmException {
    DemoCity city = DemoCity.generate(DemoOptions.of(grids, seed));
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (int depth = 0; depth < city.theme().levels().size(); depth++) {
      add(sha, city.plan().units(depth).stream().map(DemoBytesTest::text));
    }
    add(sha, city.addresses().map(DemoBytesTest::text));
    add(sha, city.incidents());
    add(sha, city.planted().stream());
    add(sha, city.departments().stream());
    add(sha, city.roster());
    add(sha, city.facilities());
    assertThat(HexFormat.of().formatHex(sha.digest(), 0, 8)).isEqualTo(digest);
  }

  private static void add(MessageDigest sha, Stream<?> values) {
    values.forEachOrdered(value -> sha.update(value.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** As addresses were written before they had fields, so that the digests stay what they were. */
  private static String text(Address address) {
    assertThat(address.fields()).isEqualTo(AddressFields.NONE);
    return "Address[id=%s, text=%s, place=%s, weight=%s]"
        .formatted(address.id(), address.text(), address.place(), address.weight());
  }

  private static String text(Unit unit) {
    StringBuilder text = new StringBuilder();
    text.append(unit.code()).append(unit.parent()).append(unit.name()).append(unit.attributes());
    unit.drawnArea().forEachRing(ring -> text.append(ring));
    return text.toString();
  }
}
