package org.gridwright.data.hotspot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.time.KnoxCell;
import org.gridwright.core.hotspot.time.NearRepeat;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * Whether incidents are soon followed by others nearby. Immutable.
 *
 * @param incidents how many
 * @param bands how it was looked for
 * @param cells by band of distance, and within it by band of days
 */
public record NearRepeatResult(int incidents, NearRepeatBands bands, List<KnoxCell> cells) {

  public NearRepeatResult {
    cells = List.copyOf(cells);
  }

  /**
   * Looks at all pairs of incidents.
   *
   * @param days when each was, in days
   * @throws HotspotException when there is no pair, or bands make no sense
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static NearRepeatResult of(
      PlacePoints places, double[] days, NearRepeatBands bands, Progress progress) {
    if (days.length < 2) {
      throw new HotspotException(
          DataMessages.of(days.length == 0 ? "hotspot.none-then" : "hotspot.one-incident"));
    }
    List<KnoxCell> cells =
        NearRepeat.table(
            places,
            days,
            bands.metres().stream().mapToDouble(Double::doubleValue).toArray(),
            bands.days().stream().mapToDouble(Double::doubleValue).toArray(),
            bands.replicas(),
            bands.seed(),
            progress);
    return new NearRepeatResult(days.length, bands, cells);
  }

  /** A row for each band of distance and of days. */
  public FigureSheet sheet() {
    return KnoxSheet.of(cells);
  }

  /** What is told of all pairs together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("incidents", incidents);
    told.put("allPairs", cells.get(0).allPairs());
    return told;
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    return List.of(MethodNote.of("near-repeat-cells", cells.size()));
  }
}
