package org.gridwright.core.fact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/**
 * The ground of a unit on the day when something was counted on it, with what was counted.
 * Immutable; equal where everything is.
 */
public final class CountedGround {

  private final String code;
  private final LatticeMultiPolygon area;
  private final WeighedPlaces places;
  private final Map<String, Counted> counts;
  private final Map<String, Replaced> replaced;
  private final Share whole;
  private final String id;

  private CountedGround(
      String code,
      LatticeMultiPolygon area,
      WeighedPlaces places,
      Map<String, Counted> counts,
      Map<String, Replaced> replaced,
      @Nullable String id) {
    this.code = code;
    this.area = area;
    this.places = places;
    this.counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    this.replaced = Collections.unmodifiableMap(new TreeMap<>(replaced));
    this.whole =
        new Share(
            places.total(), Math.max(1, Math.round(GroundSize.equalAreaSquareMetres(area) * 1e6)));
    this.id = id == null ? HexFormat.of().formatHex(digest(), 0, 16) : id;
  }

  /**
   * Ground on which nothing was counted before.
   *
   * @param code of the unit that was counted
   * @param area all of its ground
   * @param places those that the unit owned
   * @param counts by attribute; a unit of which is known that it has a number, but not which, says
   *     {@link Counted#UNKNOWN}
   */
  public static CountedGround of(
      String code, LatticeMultiPolygon area, WeighedPlaces places, Map<String, Counted> counts) {
    return new CountedGround(code, area.normalized(), places, counts, Map.of(), null);
  }

  /**
   * As above, on ground of which others were counted before.
   *
   * @param replaced what these take from older counts, as far as the area goes, by id of their
   *     ground
   */
  public static CountedGround anew(
      String code,
      LatticeMultiPolygon area,
      WeighedPlaces places,
      Map<String, Counted> counts,
      Map<String, Replaced> replaced) {
    return new CountedGround(code, area.normalized(), places, counts, replaced, null);
  }

  /**
   * Ground that was stored, which is not proved again.
   *
   * @param id what {@link #id} said of all the rest
   * @param area as {@link #area} said
   */
  public static CountedGround stored(
      String id,
      String code,
      LatticeMultiPolygon area,
      WeighedPlaces places,
      Map<String, Counted> counts,
      Map<String, Replaced> replaced) {
    return new CountedGround(code, area, places, counts, replaced, id);
  }

  /** 32 hexadecimal digits of a SHA-256 over everything else. */
  public String id() {
    return id;
  }

  /** Code of the unit that was counted. */
  public String code() {
    return code;
  }

  /** All of its ground that day, in normal form. */
  public LatticeMultiPolygon area() {
    return area;
  }

  /** The places by which it is divided. */
  public WeighedPlaces places() {
    return places;
  }

  /** What was counted, by attribute. */
  public Map<String, Counted> counts() {
    return counts;
  }

  /** What these counts took from older ones, by id of their ground. */
  public Map<String, Replaced> replaced() {
    return replaced;
  }

  /** All of its weight, and all of its area. */
  public Share whole() {
    return whole;
  }

  /** Whether it has places that weigh something; else it is divided by area. */
  public boolean hasWeight() {
    return whole.weight() > 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof CountedGround that && id.equals(that.id));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return code + counts;
  }

  private byte[] digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      put(sha, code);
      area.forEachRing(
          ring -> {
            ByteBuffer points = ByteBuffer.allocate(4 + 8 * ring.size()).putInt(ring.size());
            for (int i = 0; i < ring.size(); i++) {
              points.putInt(ring.x(i)).putInt(ring.y(i));
            }
            sha.update(points.array());
          });
      ByteBuffer weights = ByteBuffer.allocate(4 + 16 * places.size()).putInt(places.size());
      for (int i = 0; i < places.size(); i++) {
        weights.putLong(places.place(i)).putLong(places.weight(i));
      }
      sha.update(weights.array());
      counts.forEach(
          (attribute, counted) -> {
            put(sha, attribute);
            put(sha, counted.text());
            put(sha, text(counted.since()));
          });
      replaced.forEach(
          (ground, each) -> {
            put(sha, ground);
            each.places().forEach(place -> put(sha, place.toString()));
            each.withdrawn()
                .forEach(
                    (attribute, number) -> {
                      put(sha, attribute);
                      put(sha, number.toPlainString());
                    });
          });
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void put(MessageDigest sha, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
    sha.update(bytes);
  }
}
