package org.gridwright.data.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.store.sql.DraftRows.Row;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Rows of {@code unit_version} as units, and back. */
final class UnitRows {

  static final RowTable TABLE =
      new RowTable(
          "unit_version",
          "code",
          List.of(
              new Column("theme", Kind.TEXT),
              new Column("depth", Kind.INTEGER),
              new Column("code", Kind.TEXT),
              new Column("parent", Kind.TEXT),
              new Column("name", Kind.TEXT),
              new Column("attributes", Kind.JSON),
              new Column("facts", Kind.TEXT),
              new Column("digest", Kind.BYTES),
              new Column("draft", Kind.LONG),
              new Column("geom", Kind.AREA)));

  static final String VALID_AT_REVISION =
      "u.from_revision <= :revision AND (u.to_revision IS NULL OR u.to_revision > :revision)";

  private static final String IN_DRAFT =
      "(u.draft = :draft OR ("
          + VALID_AT_REVISION
          + " AND NOT EXISTS (SELECT 1 FROM unit_version o"
          + " WHERE o.draft = :draft AND o.depth = u.depth AND o.code = u.code)"
          + " AND NOT EXISTS (SELECT 1 FROM draft_removal o"
          + " WHERE o.draft = :draft AND o.depth = u.depth AND o.code = u.code)))";

  private static final String COLUMNS = "u.depth, u.code, u.parent, u.name, u.facts, ";

  /** Of a unit in a draft and in its base: they differ in nothing but the outline. */
  static final String SAME_BUT_OUTLINE =
      " o.name = b.name AND coalesce(o.parent, '') = coalesce(b.parent, '')"
          + " AND CAST(o.attributes AS text) = CAST(b.attributes AS text)";

  private final Rows rows;

  UnitRows(Rows rows) {
    this.rows = rows;
  }

  /** The units of one level in code order. */
  ResultIterator<Stored> units(
      Handle handle, PlanKey plan, int depth, @Nullable LatticeEnvelope box) {
    String more = rows.andMeetsBox("unit_version", "u", box) + " ORDER BY u.code";
    return Rows.bindBox(query(handle, columns(), plan, depth, more), box)
        .map((row, context) -> stored(row))
        .iterator();
  }

  /** The units that belong to a draft alone, by level and code. */
  ResultIterator<Stored> ofDraft(Handle handle, long draft) {
    return rows.query(
            handle,
            "SELECT "
                + columns()
                + " FROM unit_version u WHERE u.draft = :draft ORDER BY u.depth, u.code")
        .bind("draft", draft)
        .map((row, context) -> stored(row))
        .iterator();
  }

  /** What a unit contains in a draft's base, and in the draft where it is another there. */
  Digests digests(Handle handle, Row draft, int depth, String code) {
    List<Digests> found =
        handle
            .createQuery(
                "SELECT u.draft, u.digest FROM unit_version u WHERE u.theme = :theme"
                    + " AND u.depth = :depth AND u.code = :code AND (u.draft = :draft OR ("
                    + VALID_AT_REVISION
                    + "))")
            .bind("theme", draft.theme())
            .bind("depth", depth)
            .bind("code", code)
            .bind("draft", draft.id())
            .bind("revision", draft.baseRevision())
            .map((row, context) -> Digests.of(row))
            .list();
    return found.stream().reduce(Digests.NONE, Digests::and);
  }

  /** Whether a unit differs in a draft from its base, and in nothing but the outline. */
  boolean isFollowing(Handle handle, Row draft, int depth, String code) {
    return handle
        .createQuery(
            "SELECT 1 FROM unit_version o JOIN unit_version u ON u.theme = :theme"
                + " AND u.depth = :depth AND u.code = :code AND "
                + VALID_AT_REVISION
                + " WHERE o.draft = :draft AND o.depth = :depth AND o.code = :code AND"
                + SAME_BUT_OUTLINE.replace("b.", "u."))
        .bind("theme", draft.theme())
        .bind("depth", depth)
        .bind("code", code)
        .bind("draft", draft.id())
        .bind("revision", draft.baseRevision())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /**
   * The unit that a row stands for, without what cannot be read of it; needs no connection, so any
   * thread may do it.
   *
   * @param grounds by id, those that the row names
   */
  Unit unit(Stored row, Map<String, CountedGround> grounds) {
    return new Unit(
        row.depth(),
        row.code(),
        row.parent(),
        row.name(),
        attributes(row.attributes()),
        row.geometry() == null ? null : area(row.geometry()),
        FactText.facts(row.facts(), grounds));
  }

  /** The attributes; none where another program wrote what they can not be. */
  private static Map<String, String> attributes(String json) {
    return readAttributes(json).orElse(Map.of());
  }

  /** The attributes; empty where another program wrote what they can not be. */
  static Optional<Map<String, String>> readAttributes(String json) {
    try {
      return Optional.of(JsonText.textByKey(json));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** The ground; null where another program wrote what it can not be. */
  private @Nullable LatticeMultiPolygon area(byte[] geometry) {
    try {
      return rows.area(geometry);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  /** What the units of one level contain, in code order. */
  ResultIterator<Content> contents(Handle handle, PlanKey plan, int depth) {
    return query(handle, "u.code, u.digest", plan, depth, " ORDER BY u.code")
        .map((row, context) -> new Content(row.getString("code"), row.getBytes("digest")))
        .iterator();
  }

  long count(Handle handle, PlanKey plan, int depth) {
    return query(handle, "count(*)", plan, depth, "").mapTo(Long.class).one();
  }

  static @Nullable Object[] toRow(String theme, long draft, Unit unit) {
    return new @Nullable Object[] {
      theme,
      unit.depth(),
      unit.code(),
      unit.parentCode(),
      unit.name(),
      JsonText.of(unit.attributes()),
      FactText.of(unit.facts()),
      digest(unit),
      draft,
      unit.area()
    };
  }

  /**
   * SHA-256 over everything but depth and code; equal exactly when the contents are. Where a ring
   * begins and the order of parts say nothing, so they do not enter.
   */
  static byte[] digest(Unit unit) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      update(sha, unit.parentCode());
      update(sha, unit.name());
      unit.attributes()
          .forEach(
              (key, value) -> {
                update(sha, key);
                update(sha, value);
              });
      if (!unit.facts().isNone()) {
        update(sha, FactText.of(unit.facts()));
      }
      if (unit.area() != null) {
        LatticeMultiPolygon area = unit.area().normalized();
        ByteBuffer wkb = Wkb.buffer(Wkb.size(area));
        Wkb.put(wkb, area);
        sha.update(Wkb.bytes(wkb));
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String columns() {
    return COLUMNS
        + rows.dialect().json("u.attributes")
        + " AS attributes, "
        + rows.dialect().geometry("u.geom")
        + " AS geom";
  }

  private Query query(Handle handle, String columns, PlanKey plan, int depth, String more) {
    Query query =
        rows.query(
                handle,
                "SELECT "
                    + columns
                    + " FROM unit_version u WHERE u.depth = :depth AND "
                    + within(plan)
                    + more)
            .bind("theme", plan.theme())
            .bind("depth", depth)
            .bind("revision", plan.revision());
    return plan.draft() == null ? query : query.bind("draft", plan.draft());
  }

  /**
   * The rows aliased {@code u} that belong to a plan, in the parameters {@code :theme}, {@code
   * :revision} and, for a draft, {@code :draft}.
   */
  static String within(PlanKey plan) {
    return "u.theme = :theme AND " + (plan.draft() == null ? VALID_AT_REVISION : IN_DRAFT);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getInt("depth"),
        row.getString("code"),
        row.getString("parent"),
        row.getString("name"),
        row.getString("attributes"),
        row.getString("facts"),
        row.getBytes("geom"));
  }

  private static void update(MessageDigest sha, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
    sha.update(bytes);
  }

  /**
   * Which rows make up a plan.
   *
   * @param revision the published revision, or the one a draft is based on
   * @param draft id of the draft; null for a published plan
   */
  record PlanKey(String theme, long revision, @Nullable Long draft) {}

  /** A row as the database hands it over. */
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(
      int depth,
      String code,
      @Nullable String parent,
      String name,
      String attributes,
      @Nullable String facts,
      byte @Nullable [] geometry) {}

  /**
   * Digests of what one code stands for.
   *
   * @param ofBase null where the draft's base has no such unit
   * @param ofDraft null where the draft has none of its own
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Digests(byte @Nullable [] ofBase, byte @Nullable [] ofDraft) {

    static final Digests NONE = new Digests(null, null);

    static Digests of(ResultSet row) throws SQLException {
      byte[] digest = row.getBytes("digest");
      return row.getObject("draft") == null ? new Digests(digest, null) : new Digests(null, digest);
    }

    Digests and(Digests other) {
      return new Digests(
          ofBase == null ? other.ofBase : ofBase, ofDraft == null ? other.ofDraft : ofDraft);
    }
  }

  /** A code and the digest of what it stands for. */
  record Content(String code, byte[] digest) {}
}
