package org.gridwright.data.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridwright.data.model.RosterEntry;
import org.jspecify.annotations.Nullable;

/**
 * A look into a store that is a file, over one connection that only reads: for who has a file of
 * plans and asks whether it is still right. For one thread.
 */
public interface StoreGlance extends AutoCloseable {

  /**
   * A plan as its content was identified last.
   *
   * @param digest empty where nobody identified it, or others wrote since
   */
  record Known(long id, String theme, Optional<String> digest) {}

  /** The store's file. */
  Path file();

  /**
   * The plan in force on a day; empty where there is none, or the theme is not the only one.
   *
   * @param theme its id; null for the only one
   */
  Optional<Known> inForce(@Nullable String theme, LocalDate day);

  /** Who answers for a grid on a day, as {@link RosterStore#of} says it. */
  List<RosterEntry> officers(String theme, String gridCode, LocalDate day);

  @Override
  void close();
}
