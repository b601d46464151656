package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/** Gathers features into the units of all levels. For one thread. */
final class ZoneCollector {

  /** How many merged units are named one by one. */
  private static final int MOST_NAMED = 20;

  private final ZoneOptions options;
  private final List<LevelFields> levels;
  private final List<Map<String, Gathered>> units = new ArrayList<>();
  private final Set<String> fieldsInUse = new HashSet<>();
  private final RingNotes rings = new RingNotes();
  private long features;

  ZoneCollector(ZoneOptions options) {
    this.options = options;
    this.levels = options.levels();
    levels.forEach(
        level -> {
          units.add(new LinkedHashMap<>());
          fieldsInUse.addAll(level.fields());
        });
    fieldsInUse.addAll(options.nameFields().values());
  }

  /** Keeps a field out of the attributes of units. */
  void leaveOut(String field) {
    fieldsInUse.add(field);
  }

  /** What is known of a unit so far. */
  private static final class Gathered {
    private final String code;
    private final @Nullable String parent;
    private final Source first;
    private final String name;
    private final Map<String, String> attributes;
    private final List<LatticePolygon> polygons = new ArrayList<>();
    private int parts;

    private Gathered(
        String code,
        @Nullable String parent,
        Source first,
        String name,
        Map<String, String> attributes) {
      this.code = code;
      this.parent = parent;
      this.first = first;
      this.name = name;
      this.attributes = attributes;
    }
  }

  /**
   * Adds a feature's area to its grid, and its grid to the units above.
   *
   * @throws InputException when a code stands under two parents, or twice where that is refused
   */
  void add(Feature feature, LatticeMultiPolygon area) {
    features++;
    rings.look(feature);
    String parent = null;
    int finest = levels.size() - 1;
    for (int depth = 0; depth <= finest; depth++) {
      Gathered unit = unit(depth, levels.get(depth).code(feature), parent, feature);
      if (depth == finest) {
        requireNew(unit, feature);
        unit.parts++;
        unit.polygons.addAll(area.polygons());
      }
      parent = unit.code;
    }
  }

  long features() {
    return features;
  }

  /** The units of all levels; grids have areas, the others have none yet. */
  List<Unit> units() {
    List<Unit> all = new ArrayList<>();
    for (int depth = 0; depth < levels.size(); depth++) {
      for (Gathered unit : units.get(depth).values()) {
        all.add(
            new Unit(
                depth,
                unit.code,
                unit.parent,
                unit.name,
                unit.attributes,
                unit.polygons.isEmpty() ? null : new LatticeMultiPolygon(unit.polygons)));
      }
    }
    return all;
  }

  /** What a person should know about how the features were understood. */
  List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    String level = levels.get(levels.size() - 1).level();
    List<Gathered> merged =
        units.get(levels.size() - 1).values().stream().filter(unit -> unit.parts > 1).toList();
    merged.stream()
        .limit(MOST_NAMED)
        .map(unit -> DataMessages.of("intake.note-merged", level, unit.code, unit.parts))
        .forEach(notes::add);
    if (merged.size() > MOST_NAMED) {
      notes.add(DataMessages.of("intake.note-merged-more", merged.size() - MOST_NAMED));
    }
    notes.addAll(rings.notes());
    return notes;
  }

  private Gathered unit(int depth, String code, @Nullable String parent, Feature feature) {
    Gathered known = units.get(depth).get(code);
    if (known == null) {
      Gathered made = gathered(depth, code, parent, feature);
      units.get(depth).put(code, made);
      return made;
    }
    if (!Objects.equals(known.parent, parent)) {
      throw InputException.at(
          feature.source(),
          "intake.two-parents",
          levels.get(depth).level(),
          code,
          levels.get(depth - 1).level(),
          String.valueOf(known.parent),
          String.valueOf(parent),
          levels.get(depth).joinedWith(levels.get(depth - 1)));
    }
    return known;
  }

  private Gathered gathered(int depth, String code, @Nullable String parent, Feature feature) {
    String name = options.nameField(depth).flatMap(feature::value).orElse(code);
    Map<String, String> attributes = depth == levels.size() - 1 ? attributes(feature) : Map.of();
    return new Gathered(code, parent, feature.source(), name, attributes);
  }

  private Map<String, String> attributes(Feature feature) {
    Map<String, String> kept = new LinkedHashMap<>();
    feature
        .properties()
        .forEach(
            (field, value) -> {
              if (value != null && !value.isBlank() && !fieldsInUse.contains(field)) {
                kept.put(field, value);
              }
            });
    return kept;
  }

  private void requireNew(Gathered unit, Feature feature) {
    if (unit.parts > 0 && options.sameCode() == ZoneOptions.SameCode.REFUSE) {
      throw InputException.at(
          feature.source(),
          "intake.code-twice",
          levels.get(levels.size() - 1).level(),
          unit.code,
          unit.first.number());
    }
  }
}
