package org.gridwright.data.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridwright.core.hotspot.scan.ScanPlaces;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Reads what a scan looks at. Cases and controls of rows of the same place and step are added up; a
 * population is that of the row, and holds from its step on until another one is told.
 */
public final class ScanFile {

  private final HotspotFile file;
  private final ScanColumns columns;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<@Nullable Geometry> shapes = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** A record of the file; what is not asked for is 0. */
  private record Row(int place, @Nullable LocalDate day, int cases, double people, int controls) {}

  private ScanFile(HotspotFile file, ScanColumns columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @param length of a step; matters where there is a field of time
   * @param kind where areas have their place
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when a record cannot be used
   * @throws HotspotInputException when the places cannot be
   */
  public static ScanInput read(
      HotspotFile file,
      ScanColumns columns,
      StepLength length,
      PointKind kind,
      Consumer<Message> tell,
      Progress progress) {
    ScanFile scan = new ScanFile(file, columns);
    try (HotspotRows rows = HotspotRows.open(file, columns.time())) {
      while (rows.hasNext(progress)) {
        scan.add(rows, rows.next());
      }
      rows.tell(tell);
    }
    return scan.input(length, kind);
  }

  private void add(HotspotRows open, Feature feature) {
    int place = place(open, feature);
    String people = columns.population();
    rows.add(
        new Row(
            place,
            columns.time() == null ? null : open.day(feature),
            count(open, columns.cases(), feature, 1),
            people == null ? 0 : open.figure(people).requiredAtLeastZero(feature),
            count(open, columns.controls(), feature, 0)));
  }

  private static int count(
      HotspotRows rows, @Nullable String field, Feature feature, int otherwise) {
    return field == null ? otherwise : rows.figure(field).requiredCount(feature);
  }

  /** The number of a record's place, which has one shape however many rows it has. */
  private int place(HotspotRows rows, Feature feature) {
    String code = feature.required(columns.code());
    Geometry shape = rows.shape(feature);
    Integer known = places.putIfAbsent(code, shapes.size());
    if (known == null) {
      shapes.add(shape);
      return shapes.size() - 1;
    }
    if (columns.time() == null) {
      throw InputException.at(feature.source(), "hotspot.code-twice-untimed", code);
    }
    Geometry before = shapes.get(known);
    if (before == null) {
      shapes.set(known, shape);
    } else if (shape != null && !before.equalsExact(shape)) {
      throw InputException.at(feature.source(), "hotspot.place-moved", code);
    }
    return known;
  }

  private ScanInput input(StepLength length, PointKind kind) {
    List<String> codes = List.copyOf(places.keySet());
    ScanPlaces where = where(codes, kind);
    Optional<TimeSteps> steps =
        columns.time() == null ? Optional.empty() : Optional.of(period(length));
    int count = steps.map(TimeSteps::count).orElse(1);
    ScanInput.requireRoom(codes.size(), count);
    int[][] cases = new int[codes.size()][count];
    int[][] controls = new int[codes.size()][count];
    for (Row row : rows) {
      int step = step(steps, row);
      cases[row.place()][step] += row.cases();
      controls[row.place()][step] += row.controls();
    }
    return new ScanInput(
        new NamedPlaces(codes, shapes::get, file.planar()),
        where,
        steps,
        cases,
        columns.population() == null
            ? Optional.empty()
            : Optional.of(population(codes, steps, count)),
        columns.controls() == null ? Optional.empty() : Optional.of(controls),
        0);
  }

  private static int step(Optional<TimeSteps> steps, Row row) {
    return steps.map(it -> it.of(Objects.requireNonNull(row.day()))).orElse(0);
  }

  private TimeSteps period(StepLength length) {
    List<LocalDate> days =
        rows.stream().map(row -> Objects.requireNonNull(row.day())).sorted().toList();
    return new TimeSteps(length, days.get(0), days.get(days.size() - 1));
  }

  private double[][] population(List<String> codes, Optional<TimeSteps> steps, int count) {
    Double[][] told = new Double[codes.size()][count];
    for (Row row : rows) {
      int step = step(steps, row);
      Double before = told[row.place()][step];
      if (before != null && before != row.people()) {
        throw HotspotInputException.of(
            "hotspot.two-populations", codes.get(row.place()), before, row.people());
      }
      told[row.place()][step] = row.people();
    }
    double[][] people = new double[told.length][count];
    for (int place = 0; place < told.length; place++) {
      carry(told[place], people[place]);
    }
    return people;
  }

  /** Fills the steps of a place: from each told step on, and before the first one as it has. */
  private static void carry(Double[] told, double[] people) {
    double known = 0;
    for (int step = told.length - 1; step >= 0; step--) {
      known = told[step] == null ? known : told[step];
    }
    for (int step = 0; step < told.length; step++) {
      known = told[step] == null ? known : told[step];
      people[step] = known;
    }
  }

  private ScanPlaces where(List<String> codes, PointKind kind) {
    List<Point> points = new ArrayList<>();
    for (int place = 0; place < codes.size(); place++) {
      Geometry shape = shapes.get(place);
      if (shape == null) {
        throw HotspotInputException.of("hotspot.no-place", file.name(), codes.get(place));
      }
      points.add(kind == PointKind.CENTROID ? shape.getCentroid() : shape.getInteriorPoint());
    }
    return file.planar()
        ? ScanPlaces.planar(
            points.stream().mapToDouble(Point::getX).toArray(),
            points.stream().mapToDouble(Point::getY).toArray())
        : ScanPlaces.of(
            points.stream().map(at -> LatticePoint.ofDegrees(at.getX(), at.getY())).toList());
  }
}
