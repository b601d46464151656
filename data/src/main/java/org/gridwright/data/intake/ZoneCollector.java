package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridwright.core.coverage.area.DrawnUnit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.ground.SpareVertices;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/** Gathers features into the units of all levels. For one thread. */
final class ZoneCollector {

  /** How many merged units are named one by one. */
  private static final int MOST_NAMED = 20;

  /** A number with one decimal mark, whichever it is. */
  private static final Pattern MARKED = Pattern.compile("[+-]?[0-9]*[.,][0-9]+");

  private final ZoneOptions options;
  private final List<LevelFields> levels;
  private final List<Map<String, Gathered>> units = new ArrayList<>();
  private final Set<String> fieldsInUse = new HashSet<>();
  private final RingNotes rings = new RingNotes();
  private final List<Message> read = new ArrayList<>();
  private @Nullable FeatureReader numbers;
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

  /** Tells what the reader found of the file, and reads numbers as the file writes them. */
  void readBy(FeatureReader reader) {
    read.addAll(reader.notes());
    numbers = reader;
  }

  /** What is known of a unit so far. */
  private static final class Gathered {
    private final String code;
    private final @Nullable String parent;
    private final Source first;
    private final String name;
    private final Map<String, String> attributes;
    private final List<LatticeMultiPolygon> features = new ArrayList<>(1);
    private final List<Source> sources = new ArrayList<>(1);

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

    private Unit unit(int depth, @Nullable LatticeMultiPolygon area) {
      return new Unit(depth, code, parent, name, attributes, area);
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
        unit.features.add(area);
        unit.sources.add(feature.source());
      }
      parent = unit.code;
    }
  }

  long features() {
    return features;
  }

  /**
   * The units of all levels; grids have areas, the others have none yet.
   *
   * @param findings what is wrong with how grids are drawn, although their ground is known, sorted
   */
  record Collected(List<Unit> units, List<Finding> findings) {}

  /**
   * Reads what was gathered as units.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  Collected collected(Progress progress) {
    int finest = levels.size() - 1;
    List<Unit> all = new ArrayList<>();
    for (int depth = 0; depth < finest; depth++) {
      for (Gathered unit : units.get(depth).values()) {
        all.add(unit.unit(depth, null));
      }
    }
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    BitSet drawnAnew = new BitSet();
    List<Finding> findings = new ArrayList<>();
    for (Gathered grid : units.get(finest).values()) {
      DrawnUnit drawn = drawn(levels.get(finest).level(), grid, progress);
      drawnAnew.set(areas.size(), drawn.drawnAnew());
      areas.add(drawn.ground());
      findings.addAll(drawn.findings());
    }
    Iterator<LatticeMultiPolygon> area = SpareVertices.dropped(areas, drawnAnew).iterator();
    for (Gathered grid : units.get(finest).values()) {
      all.add(grid.unit(finest, area.next()));
    }
    return new Collected(all, FindingLists.sorted(findings));
  }

  private static DrawnUnit drawn(String level, Gathered unit, Progress progress) {
    return DrawnUnit.of(
        level, unit.code, unit.features, which -> words(unit.sources, which), progress);
  }

  /** What some features of a unit are called: by their number, or by that of their line. */
  private static Message words(List<Source> sources, List<Integer> which) {
    List<Source> places = which.stream().map(sources::get).toList();
    String numbers =
        String.join(", ", places.stream().map(place -> String.valueOf(place.number())).toList());
    String key = places.get(0).kind() == Source.Kind.LINE ? "intake.line" : "intake.feature";
    return DataMessages.of(places.size() == 1 ? key : key + "s", numbers);
  }

  /** What a person should know about how the features were understood. */
  List<Message> notes() {
    List<Message> notes = new ArrayList<>(read);
    String level = levels.get(levels.size() - 1).level();
    List<Gathered> merged =
        units.get(levels.size() - 1).values().stream()
            .filter(unit -> unit.features.size() > 1)
            .toList();
    merged.stream()
        .limit(MOST_NAMED)
        .map(unit -> DataMessages.of("intake.note-merged", level, unit.code, unit.features.size()))
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
                kept.put(field, attribute(field, value, feature));
              }
            });
    return kept;
  }

  /**
   * A number with the file's decimal mark as one with a point, other texts as they are.
   *
   * @throws InputException when it is a number with the other mark, which would become another one
   */
  private String attribute(String field, String value, Feature feature) {
    FeatureReader reader = numbers;
    if (reader == null || !MARKED.matcher(value.strip()).matches()) {
      return value;
    }
    return reader
        .pointed(value)
        .or(() -> Optional.of(value).filter(it -> it.indexOf(',') >= 0))
        .orElseThrow(
            () ->
                InputException.at(
                    feature.source(),
                    "intake.number-marks",
                    field,
                    value.strip(),
                    reader.decimalRemedy()));
  }

  private void requireNew(Gathered unit, Feature feature) {
    if (!unit.features.isEmpty() && options.sameCode() == ZoneOptions.SameCode.REFUSE) {
      throw InputException.at(
          feature.source(),
          "intake.code-twice",
          levels.get(levels.size() - 1).level(),
          unit.code,
          unit.first.number());
    }
  }
}
