package org.gridwright.api.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.gwl.GwlPlan;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.gwl.PlanBeside;
import org.gridwright.data.gwl.PlansInFile;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreGlance;
import org.jspecify.annotations.Nullable;

/** The file of plans beside the store, for as long as it has the plan in force as it is. */
final class BesideStore {

  private BesideStore() {}

  /**
   * Asks the plan in force on a day.
   *
   * @param theme its id; null for the only one
   * @param at null for today
   * @return empty where there is no such file, or it cannot be used: whoever opens the store is
   *     told why
   */
  static <R> Optional<R> ask(
      Session session,
      @Nullable String theme,
      @Nullable LocalDate at,
      BiFunction<StoreGlance, GwlPlan, R> question) {
    try (StoreGlance store = session.glance().orElse(null)) {
      return store == null
          ? Optional.empty()
          : store
              .inForce(theme, PlanChoice.day(at))
              .flatMap(
                  known -> known.digest().flatMap(digest -> ask(store, known, digest, question)));
    } catch (StoreException | InputException unusable) {
      return Optional.empty();
    }
  }

  private static <R> Optional<R> ask(
      StoreGlance store,
      StoreGlance.Known known,
      String digest,
      BiFunction<StoreGlance, GwlPlan, R> question) {
    try (PlansInFile file =
        PlanBeside.open(store.file(), known.theme(), known.id(), digest).orElse(null)) {
      return file == null
          ? Optional.empty()
          : Optional.of(file.ask(asked -> question.apply(store, asked.plans().get(0))));
    }
  }
}
