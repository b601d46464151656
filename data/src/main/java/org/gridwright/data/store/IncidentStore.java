package org.gridwright.data.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.Filter;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.WeekTimes;
import org.gridwright.data.model.Incident;
import org.jspecify.annotations.Nullable;

/** Incidents. */
public interface IncidentStore {

  /**
   * Writes incidents in bulk, replacing those of the same id; returns how many. One transaction.
   */
  long put(Iterator<Incident> incidents);

  Optional<Incident> find(String id);

  /** Changes whenever one incident is written; empty where there is none of the id. */
  Optional<Long> version(String id);

  /** Incidents that match, newest first, ties by id, as a stream that must be closed. */
  Stream<Incident> stream(Query query);

  long count(Query query);

  /** Changes whenever the incidents may have; for caches. */
  String version();

  /**
   * Hands over the places of all incidents that match, in no order and in one consistent state.
   *
   * @param each must be short and ask no store
   * @return the version that they are of
   */
  String places(Query query, Consumer<LatticePoint> each);

  /**
   * Hands over the place and the moment of all incidents that match, in no order and in one
   * consistent state.
   *
   * @param each must be short and ask no store
   * @return the version that they are of
   */
  String moments(Query query, BiConsumer<LatticePoint, LocalDateTime> each);

  /** How many incidents match, by day and hour; days and hours of none are left out. */
  List<HourCount> byHour(Query query);

  /**
   * Incidents of an hour.
   *
   * @param hour from 0 to 23
   */
  record HourCount(LocalDate day, int hour, long count) {}

  /**
   * What a query counts now and did not before, and the other way round. Takes time in proportion
   * to what was written since.
   *
   * @param version as {@link #version} gave it
   * @return empty where so much was replaced since that the store no longer knows what
   */
  Optional<IncidentChanges> since(String version, Query query);

  /** All categories in alphabetical order. */
  List<String> categories();

  /**
   * The difference between two versions, as places.
   *
   * @param version the later one
   * @param added of incidents that came, or became what is asked for
   * @param removed of incidents that are no longer what is asked for; one whose place or anything
   *     else changed is in both
   */
  record IncidentChanges(String version, List<LatticePoint> added, List<LatticePoint> removed) {

    public IncidentChanges {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Which incidents. All conditions must hold; null means any.
   *
   * @param from first moment, inclusive
   * @param to last moment, exclusive
   * @param times hours of weekdays
   */
  record Query(
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime to,
      @Nullable String category,
      @Nullable String status,
      @Nullable LatticeEnvelope box,
      @Nullable WeekTimes times) {

    /** At any hour of the week. */
    public Query(
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        @Nullable String category,
        @Nullable String status,
        @Nullable LatticeEnvelope box) {
      this(from, to, category, status, box, null);
    }

    /** Those of them that lie in a box. */
    public Query within(LatticeEnvelope other) {
      return new Query(from, to, category, status, other, times);
    }

    /** Those of another time. */
    public Query during(@Nullable LocalDateTime first, @Nullable LocalDateTime end) {
      return new Query(first, end, category, status, box, times);
    }

    public static final Query ALL = new Query(null, null, null, null, null);

    /** The same question to the layer of incidents. */
    public LayerQuery ofLayer() {
      List<Filter> conditions = new ArrayList<>();
      if (from != null || to != null) {
        conditions.add(new Filter.During("occurred", from, to));
      }
      if (category != null) {
        conditions.add(Filter.equal("category", category));
      }
      if (status != null) {
        conditions.add(Filter.equal("status", status));
      }
      if (times != null) {
        conditions.add(new Filter.InWeek("occurred", times));
      }
      return LayerQuery.ALL.within(box).where(new Filter.And(conditions));
    }
  }
}
