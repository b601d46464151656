package org.gridwright.data.model;

import java.util.List;

/** Who handles which categories of incidents. */
public record Department(String id, String name, List<String> categories) {

  public Department {
    categories = List.copyOf(categories);
  }
}
