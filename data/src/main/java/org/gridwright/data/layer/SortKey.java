package org.gridwright.data.layer;

/**
 * By which field rows are ordered. Missing values come last either way.
 *
 * @param field its name
 */
public record SortKey(String field, boolean ascending) {

  public static SortKey up(String field) {
    return new SortKey(field, true);
  }

  public static SortKey down(String field) {
    return new SortKey(field, false);
  }
}
