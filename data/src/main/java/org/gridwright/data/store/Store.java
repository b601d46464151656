package org.gridwright.data.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** One open store. Thread-safe; close it once, at the end. */
public interface Store extends AutoCloseable {

  /** Its address without credentials, for people. */
  String description();

  ThemeStore themes();

  PlanStore plans();

  DraftStore drafts();

  /** What plans are checked by, and what was accepted. */
  ReviewStore review();

  /** What attributes of units are. */
  FactStore facts();

  AddressStore addresses();

  IncidentStore incidents();

  /** Departments and facilities. */
  DirectoryStore directory();

  /** Officers, and who answers for which grid. */
  RosterStore roster();

  /** Rows that other programs wrote. */
  RowCheck rows();

  /** What is drawn, listed or taken away. */
  LayerStore layers();

  /** The file that it lies in; empty for a database. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** How it is at the moment; does not wait for it. */
  default StoreCondition condition() {
    return StoreCondition.SOUND;
  }

  /**
   * Whether what lies at its address by now could be opened in its place.
   *
   * @throws StoreException with the reason why it could not
   */
  default void requireReopenable() {}

  /**
   * Runs one user action in one transaction. The work uses only the store it is given, which is
   * valid inside the call and must not be passed to other threads. Nested calls join the outer
   * transaction.
   *
   * @throws StoreException when the store refuses; whatever {@code work} throws is thrown on, after
   *     a roll-back
   */
  <R> R transaction(Function<Store, R> work);

  @Override
  void close();
}
