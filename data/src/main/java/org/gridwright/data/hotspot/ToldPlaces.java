package org.gridwright.data.hotspot;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What places are called and where they are, in the order of their codes.
 *
 * @param names beside their codes; null for none
 * @param shapes in degrees; null for none
 */
public record ToldPlaces(
    List<String> codes,
    @Nullable List<String> names,
    IntFunction<? extends @Nullable Geometry> shapes) {

  public ToldPlaces {
    codes = List.copyOf(codes);
    names = names == null ? null : List.copyOf(names);
  }

  /** The places of a file, which have no names. */
  public static ToldPlaces of(FilePlaces places) {
    return new ToldPlaces(places.codes(), null, places::shape);
  }

  public int size() {
    return codes.size();
  }

  /** The columns that tell a place, before others. */
  List<String> columns() {
    return names == null ? List.of("code") : List.of("code", "name");
  }

  /** A row that begins with what tells a place. */
  FigureSheet.Values begun(int place) {
    FigureSheet.Values values = new FigureSheet.Values().text(codes.get(place));
    return names == null ? values : values.text(names.get(place));
  }
}
