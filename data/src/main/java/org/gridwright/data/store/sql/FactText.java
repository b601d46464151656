package org.gridwright.data.store.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Share;
import org.gridwright.core.fact.UnitFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON text of what units hold of counted ground, and of what attributes are. Thread-safe. */
final class FactText {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<StoredShare>> SHARES = new TypeReference<>() {};
  private static final TypeReference<List<StoredDeclaration>> DECLARATIONS =
      new TypeReference<>() {};

  private FactText() {}

  /** A share, with its ground by id. */
  record StoredShare(
      String ground, long weight, long squareMillimetres, Map<String, Share> replaced) {}

  /** A declaration, with its kind by name; the pattern is null where there is none. */
  record StoredDeclaration(
      String attribute, String kind, String weight, int digits, @Nullable String pattern) {}

  /** Null where the unit holds nothing. */
  static @Nullable String of(UnitFacts facts) {
    return facts.isNone()
        ? null
        : MAPPER.writeValueAsString(
            facts.held().stream()
                .map(
                    held ->
                        new StoredShare(
                            held.ground().id(),
                            held.share().weight(),
                            held.share().squareMillimetres(),
                            held.replaced()))
                .toList());
  }

  /** Ids of the grounds that a text names. */
  static List<String> grounds(@Nullable String text) {
    return text == null ? List.of() : shares(text).stream().map(StoredShare::ground).toList();
  }

  /**
   * What a text stands for.
   *
   * @param grounds by id, all that it names
   */
  static UnitFacts facts(@Nullable String text, Map<String, CountedGround> grounds) {
    return text == null
        ? UnitFacts.NONE
        : new UnitFacts(shares(text).stream().map(share -> held(share, grounds)).toList());
  }

  private static List<StoredShare> shares(String text) {
    return MAPPER.readValue(text, SHARES);
  }

  private static Held held(StoredShare share, Map<String, CountedGround> grounds) {
    return new Held(
        Objects.requireNonNull(grounds.get(share.ground()), share.ground()),
        new Share(share.weight(), share.squareMillimetres()),
        new TreeMap<>(share.replaced()));
  }

  static String ofSchema(FactSchema schema) {
    return MAPPER.writeValueAsString(
        schema.declarations().stream()
            .map(
                it ->
                    new StoredDeclaration(
                        it.attribute(),
                        it.kind().id(),
                        it.weight(),
                        it.digits(),
                        it.pattern().isEmpty() ? null : it.pattern()))
            .toList());
  }

  static FactSchema schema(String json) {
    return FactSchema.of(
        MAPPER.readValue(json, DECLARATIONS).stream()
            .map(
                it ->
                    new FactDeclaration(
                        it.attribute(),
                        FactKind.of(it.kind()).orElseThrow(),
                        it.weight(),
                        it.digits(),
                        Objects.requireNonNullElse(it.pattern(), "")))
            .toList());
  }
}
