package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NdjsonRowsTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Strip strip = new Strip("A", "B\"", "C");

  private String run(InputStream in, BulkLimits limits, PlacedColumn... columns)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    strip
        .assigner(limits)
        .ndjson(
            in,
            columns.length == 0 ? PlacedColumn.ALL : Set.of(columns),
            MAPPER::writeValueAsBytes,
            line -> ("?" + line.length).getBytes(StandardCharsets.UTF_8),
            out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String run(String text, PlacedColumn... columns) throws IOException {
    return run(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new BulkLimits(32, 3, 200),
        columns);
  }

  @Test
  void appendsMembersAndCopiesTheRest() throws IOException {
    assertThat(
            run(
                "{\"lon\": 0.5, \"a\":{\"lon\":7,\"x\":[1,\"}\\\"\",null]}, \"lat\":5e-1 } \r\n"
                    + "\n{\"lat\":0.5,\"lon\":1.5,\"名\":\"街\"}",
                PlacedColumn.GRID))
        .isEqualTo(
            "{\"lon\": 0.5, \"a\":{\"lon\":7,\"x\":[1,\"}\\\"\",null]}, \"lat\":5e-1 ,\"grid\":\"A\"} \r\n"
                + "{\"lat\":0.5,\"lon\":1.5,\"名\":\"街\",\"grid\":\"B\\\"\"}\n");
    assertThat(run("{\"lon\":1,\"lat\":0.5}\n{\"lon\":-1,\"lat\":0.5}\n"))
        .startsWith(
            "{\"lon\":1,\"lat\":0.5,\"grid\":\"B\\\"\",\"on_boundary\":true,\"contested\":[],"
                + "\"runner_up\":\"A\",\"distance_m\":0.0}\n"
                + "{\"lon\":-1,\"lat\":0.5,\"grid\":null,\"on_boundary\":false,");
  }

  @Test
  void leavesLongAndOddLinesToTheFallback() throws IOException {
    String twice = "{\"lon\":1,\"lat\":1,\"lon\":2}";
    String appended = "{\"lon\":1,\"lat\":1,\"grid\":2}";
    String longLine = "{\"a\":\"" + "x".repeat(20_000) + "\"}";
    assertThat(
            run(
                String.join("\n", twice, appended, longLine, "{\"lon\":\"1\",\"lat\":1}", "[]"),
                PlacedColumn.GRID))
        .isEqualTo("?25\n?26\n?201\n?19\n?2\n");
  }

  /** Whatever is not left to the full parser must be an object that it reads alike. */
  @Test
  void agreesWithJacksonOnDamagedObjects() throws IOException {
    String sound =
        "{\"lon\":1.25,\"lat\":-0.5e0,\"s\":\"a\\u00e9\\n\\\"街\",\"o\":{\"lon\":1,\"b\":[true,false,{}]},\"n\":null}";
    Random random = new Random(5);
    int fast = 0;
    for (int i = 0; i < 60_000; i++) {
      byte[] line = (sound + "\n").getBytes(StandardCharsets.UTF_8);
      for (int damage = random.nextInt(3); damage > 0; damage--) {
        byte[] bits = "{}[]\",:\\0123456789.-+eEtfnu aa\t\u00e9".getBytes(StandardCharsets.UTF_8);
        line[random.nextInt(line.length - 1)] = bits[random.nextInt(bits.length)];
      }
      JsonRow row = new JsonRow();
      int brace = row.scan(line, 0, line.length - 1);
      if (brace >= 0) {
        fast++;
        ObjectNode read = read(line);
        assertThat(line[brace]).isEqualTo((byte) '}');
        byte[] lon = String.valueOf(read.get("lon").doubleValue()).getBytes(StandardCharsets.UTF_8);
        assertThat(row.x).isEqualTo(Ordinates.longitude(lon, 0, lon.length));
      }
    }
    assertThat(fast).isGreaterThan(20_000);
  }

  private static ObjectNode read(byte[] line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      return (ObjectNode) node;
    } catch (JacksonException | ClassCastException wrong) {
      throw new AssertionError(new String(line, StandardCharsets.UTF_8), wrong);
    }
  }

  @Test
  void keepsOrderWhateverTheBlocksAre() throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.add("{\"i\":" + i + ",\"lon\":2.5,\"lat\":0.25}");
      expected.append("{\"i\":").append(i).append(",\"lon\":2.5,\"lat\":0.25,\"grid\":\"C\"}\n");
    }
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    assertThat(run(Strip.byteByByte(bytes), new BulkLimits(100, 3, 4096), PlacedColumn.GRID))
        .isEqualTo(expected.toString());
  }
}
