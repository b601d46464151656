package org.gridwright.api.http.drafts;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.api.http.BodyFile;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.HeapRoom;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.flow.UntoldPlan;
import org.gridwright.core.ground.PartHeap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan from a FeatureCollection in the form in which drafts are downloaded, in whatever
 * reference system it names, by the reader of files. The body is kept in a temporary file, so that
 * memory holds the units only. Upper units that are missing are taken from the plan in force; where
 * any of them has an outline, all are drawn from their grids. What was computed for readers, such
 * as sums of upper units, is dropped again.
 */
final class DraftUpload {

  /** Greatest size of a body. */
  static final long LIMIT_BYTES = 256L << 20;

  private final Theme theme;
  private final Optional<Plan> base;
  private final FactSchema facts;
  private final List<Unit> units = new ArrayList<>();
  private final HeapRoom.Reserve place;
  private final List<DeclaredVoid> voids = new ArrayList<>();
  private final List<Message> notes = new ArrayList<>();

  /**
   * @param inForce where units that the body does not name come from, and parents that it does not
   *     say
   * @param place in memory, of which it takes what it needs
   */
  DraftUpload(Theme theme, Optional<PlanSnapshot> inForce, HeapRoom.Reserve place) {
    this.place = place;
    this.theme = theme;
    this.base = inForce.map(PlanSnapshot::stored);
    this.facts = inForce.map(it -> it.facts().schema()).orElse(FactSchema.NONE);
  }

  /**
   * The plan of a request's body.
   *
   * @throws ProblemException 400 when a feature cannot be read, 413 when the body is too large, 422
   *     when the units make no plan
   */
  Plan read(Context ctx) throws IOException {
    try {
      ReadOptions reading = new ReadOptions(null, null, CsvParameters.text(ctx));
      return BodyFile.read(ctx, "body.geojson", LIMIT_BYTES, file -> read(file, reading));
    } catch (PlanException noPlan) {
      throw ProblemException.refused(null, noPlan.told());
    }
  }

  /** How the body was understood, once it is read; empty where there is nothing to tell. */
  List<Message> notes() {
    return List.copyOf(notes);
  }

  private Plan read(Path file, ReadOptions reading) throws IOException {
    place.take(Files.size(file));
    try (FeatureReader features = FeatureReader.open(file, reading)) {
      Georeference places = Georeference.asNamed(features);
      while (features.hasNext()) {
        add(features.next(), places);
      }
      notes.addAll(features.notes());
      notes.addAll(places.notes());
    }
    addMissingParents();
    Plan plan = UntoldPlan.of(Plan.of(theme, units, voids), facts, base);
    return hasDrawnUpper() ? UpperLevels.draw(plan) : plan;
  }

  private boolean hasDrawnUpper() {
    int grids = theme.gridLevel().depth();
    return units.stream().anyMatch(unit -> unit.depth() < grids && unit.area() != null);
  }

  private void add(Feature feature, Georeference places) {
    Map<String, @Nullable String> texts = feature.properties();
    if (texts.get("code") == null && texts.get("kind") != null) {
      voids.add(declaredVoid(feature, places));
      return;
    }
    Level level =
        Optional.ofNullable(texts.get("level"))
            .map(name -> level(feature, name))
            .orElse(theme.gridLevel());
    String code = feature.required("code");
    String name = Optional.ofNullable(texts.get("name")).filter(it -> !it.isBlank()).orElse(code);
    LatticeMultiPolygon area = feature.geometry() == null ? null : area(feature, places);
    units.add(
        new Unit(level.depth(), code, parent(feature, level, code), name, attributes(texts), area));
  }

  private Level level(Feature feature, String name) {
    return theme
        .level(name)
        .orElseThrow(
            () ->
                new InputException(
                    feature.source(),
                    ApiMessages.of(
                        "http.no-level",
                        theme.id(),
                        name,
                        String.join(", ", theme.levels().stream().map(Level::name).toList()))));
  }

  private @Nullable String parent(Feature feature, Level level, String code) {
    if (level.depth() == 0) {
      return null;
    }
    String said = feature.properties().get("parent");
    if (said != null && !said.isBlank()) {
      return said;
    }
    return base.flatMap(plan -> plan.unit(level.depth(), code))
        .flatMap(Unit::parent)
        .orElseThrow(
            () ->
                new InputException(
                    feature.source(), ApiMessages.of("http.draft-parent-missing", code)));
  }

  private static DeclaredVoid declaredVoid(Feature feature, Georeference places) {
    String kind = feature.required("kind");
    for (DeclaredVoid.Kind each : DeclaredVoid.Kind.values()) {
      if (each.id().equals(kind)) {
        return new DeclaredVoid(feature.required("name"), each, area(feature, places));
      }
    }
    throw new InputException(
        feature.source(), ApiMessages.of("http.member-choice", "kind", "water, enclave, other"));
  }

  private static LatticeMultiPolygon area(Feature feature, Georeference places) {
    if (feature.geometry() == null) {
      throw new InputException(feature.source(), ApiMessages.of("http.member-missing", "geometry"));
    }
    return PartHeap.ground(places.area(feature));
  }

  /** Members of the objects {@code attributes} and {@code names}, which come as {@code a.b}. */
  private static Map<String, String> attributes(Map<String, @Nullable String> texts) {
    Map<String, String> attributes = new TreeMap<>();
    texts.forEach(
        (key, value) -> {
          if (value != null && key.startsWith("attributes.")) {
            attributes.put(key.substring("attributes.".length()), value);
          } else if (value != null && key.startsWith("names.")) {
            attributes.put(Unit.NAME_IN + key.substring("names.".length()), value);
          }
        });
    return attributes;
  }

  /** Upper units that somebody names as parent, and that the body does not have. */
  private void addMissingParents() {
    for (int depth = theme.gridLevel().depth(); depth > 0; depth--) {
      int above = depth - 1;
      Map<String, Unit> known = new TreeMap<>();
      units.stream().filter(unit -> unit.depth() == above).forEach(it -> known.put(it.code(), it));
      for (Unit unit : List.copyOf(units)) {
        String parent = unit.depth() == depth ? unit.parentCode() : null;
        if (parent != null && !known.containsKey(parent)) {
          base.flatMap(plan -> plan.unit(above, parent))
              .ifPresent(
                  found -> {
                    known.put(parent, found);
                    units.add(found);
                  });
        }
      }
    }
  }
}
