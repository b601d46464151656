package org.gridwright.data.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.jdbi.v3.core.statement.Query;

/** The parameters of a statement in the making. For one thread. */
final class Binds {

  private final Map<String, Object> values = new LinkedHashMap<>();

  Binds(Map<String, Object> known) {
    values.putAll(known);
  }

  /** The name of a new parameter of that value, with its colon. */
  String add(Object value) {
    String name = "v" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  /** What the parameters of a new box begin with; see {@link Dialect#meetsBox}. */
  String add(LatticeEnvelope box) {
    String prefix = "b" + values.size() + "_";
    values.put(prefix + "west", Lattice.degrees(box.minX()));
    values.put(prefix + "south", Lattice.degrees(box.minY()));
    values.put(prefix + "east", Lattice.degrees(box.maxX()));
    values.put(prefix + "north", Lattice.degrees(box.maxY()));
    return prefix;
  }

  Query to(Query query) {
    return query.bindMap(values);
  }
}
