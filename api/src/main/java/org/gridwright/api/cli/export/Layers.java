package org.gridwright.api.cli.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The layers of a store. */
public final class Layers {

  private static final List<String> UNIT = List.of("level", "code", "name", "parent");
  private static final List<String> ADDRESS = List.of("id", "text");
  private static final List<String> INCIDENT =
      List.of(
          "id",
          "occurred",
          "category",
          "channel",
          "status",
          "reported_theme",
          "reported_level",
          "reported_zone",
          "given_theme",
          "given_plan",
          "given_grid");
  private static final List<String> FACILITY = List.of("id", "kind", "name");
  private static final List<String> OFFICER =
      List.of("id", "name", "role", "contact", "theme", "grid");

  private Layers() {}

  /** Units of one level of a plan; further attributes become fields of their own. */
  public static Layer units(Store store, PlanInfo plan, Level level) {
    TreeSet<String> further = new TreeSet<>();
    try (Stream<Unit> units = store.plans().units(plan.id(), level.depth(), null)) {
      units.forEach(unit -> further.addAll(unit.attributes().keySet()));
    }
    further.removeAll(UNIT);
    List<String> columns = new ArrayList<>(UNIT);
    columns.addAll(further);
    return new Layer(
        columns,
        Layer.Shape.AREA,
        () ->
            store
                .plans()
                .units(plan.id(), level.depth(), null)
                .map(unit -> row(unit, level, further)));
  }

  public static Layer addresses(Store store) {
    return new Layer(
        ADDRESS, Layer.Shape.POINT, () -> store.addresses().stream(null).map(Layers::row));
  }

  public static Layer incidents(Store store, IncidentStore.Query query) {
    return new Layer(
        INCIDENT, Layer.Shape.POINT, () -> store.incidents().stream(query).map(Layers::row));
  }

  public static Layer facilities(Store store) {
    return new Layer(
        FACILITY, Layer.Shape.POINT, () -> store.directory().facilities(null).map(Layers::row));
  }

  public static Layer officers(Store store, Theme theme) {
    return new Layer(
        OFFICER, Layer.Shape.NONE, () -> store.directory().officers(theme.id()).map(Layers::row));
  }

  private static Row row(Unit unit, Level level, Iterable<String> further) {
    Map<String, @Nullable Object> fields =
        fields(UNIT, level.name(), unit.code(), unit.name(), unit.parentCode());
    further.forEach(key -> fields.put(key, unit.attributes().get(key)));
    return new Row(unit.code(), fields, unit.area(), null);
  }

  private static Row row(Address address) {
    return Row.of(fields(ADDRESS, address.id(), address.text()), address.place());
  }

  private static Row row(Incident incident) {
    Incident.ReportedZone zone = incident.reportedZone();
    Incident.GivenGrid given = incident.given();
    return Row.of(
        fields(
            INCIDENT,
            incident.id(),
            incident.occurred().toString(),
            incident.category(),
            incident.channel(),
            incident.status(),
            zone == null ? null : zone.theme(),
            zone == null ? null : zone.level(),
            zone == null ? null : zone.code(),
            given == null ? null : given.theme(),
            given == null ? null : given.planId(),
            given == null ? null : given.code()),
        incident.place());
  }

  private static Row row(Facility facility) {
    return Row.of(
        fields(FACILITY, facility.id(), facility.kind(), facility.name()), facility.place());
  }

  private static Row row(Officer officer) {
    return new Row(
        officer.id(),
        fields(
            OFFICER,
            officer.id(),
            officer.name(),
            officer.role(),
            officer.contact(),
            officer.theme(),
            officer.gridCode()),
        null,
        null);
  }

  private static Map<String, @Nullable Object> fields(
      List<String> names, @Nullable Object... values) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      fields.put(names.get(i), values[i]);
    }
    return fields;
  }
}
