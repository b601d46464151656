package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.locationtech.jts.geom.Geometry;

/** Reads rankings of places, and what happened in the next period. */
public final class ScoreFile {

  private final HotspotFile file;
  private final ScoreColumns columns;
  private final Set<String> known = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(String code, double squareMetres, int future, double[] risks) {}

  private ScoreFile(HotspotFile file, ScoreColumns columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when a record cannot be used
   */
  public static ScoreInput read(
      HotspotFile file, ScoreColumns columns, Consumer<Message> tell, Progress progress) {
    ScoreFile score = new ScoreFile(file, columns);
    try (HotspotRows open = HotspotRows.open(file, null)) {
      while (open.hasNext(progress)) {
        score.add(open, open.next());
      }
      open.tell(tell);
    }
    return score.input();
  }

  private void add(HotspotRows open, Feature feature) {
    String code = feature.required(columns.code());
    if (!known.add(code)) {
      throw InputException.at(feature.source(), "hotspot.code-twice", code);
    }
    double[] risks =
        columns.rankings().stream()
            .mapToDouble(field -> open.figure(field).required(feature))
            .toArray();
    rows.add(
        new Row(
            code,
            squareMetres(open, feature, code),
            open.figure(columns.future()).requiredCount(feature),
            risks));
  }

  private double squareMetres(HotspotRows open, Feature feature, String code) {
    String field = columns.squareMetres();
    if (field != null) {
      double told = open.figure(field).required(feature);
      if (!(told > 0)) {
        throw InputException.at(feature.source(), "hotspot.score-area", code, told);
      }
      return told;
    }
    Geometry shape = open.shape(feature);
    if (shape == null || shape.getDimension() != 2) {
      throw InputException.at(feature.source(), "hotspot.score-no-area", code);
    }
    return file.planar() ? shape.getArea() : GroundSize.squareMetres(LatticeJts.fromDegrees(shape));
  }

  private ScoreInput input() {
    List<ScoreInput.PlaceRanking> rankings =
        IntStream.range(0, columns.rankings().size())
            .mapToObj(
                i ->
                    new ScoreInput.PlaceRanking(
                        columns.rankings().get(i),
                        i > 0,
                        rows.stream().mapToDouble(row -> row.risks()[i]).toArray()))
            .toList();
    return new ScoreInput(
        rows.stream().map(Row::code).toList(),
        rows.stream().mapToDouble(Row::squareMetres).toArray(),
        rows.stream().mapToInt(Row::future).toArray(),
        rankings,
        0);
  }
}
