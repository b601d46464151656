package org.gridwright.api.http.tiles;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.tile.DraftEditions;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.UnitTiles;

/** Finds the edition and level that a request for tiles means. Thread-safe. */
public final class TileLookup {

  /** What {@link #edition} and {@link #level} read. */
  static final KnownParameters KNOWN = PlanLookup.MEANT.and(KnownParameters.of("plan", "level"));

  private final PlanLookup plans;
  private final PlanStore store;
  private final Snapshots snapshots;
  private final DraftEditions drafts;

  /** The edition made last of a published plan of each theme, mostly that of the one in force. */
  private final Map<String, Known> last = new ConcurrentHashMap<>();

  private record Known(long plan, TileEdition edition) {}

  public TileLookup(PlanLookup plans, PlanStore store, Snapshots snapshots) {
    this.plans = plans;
    this.store = store;
    this.snapshots = snapshots;
    this.drafts = new DraftEditions(snapshots::locator);
  }

  /**
   * The draft of {@code draft}, the plan of {@code plan}, or the one in force that {@code theme}
   * and {@code at} name.
   */
  TileEdition edition(Parameters parameters) {
    String draft = parameters.text("draft").orElse(null);
    if (draft != null) {
      return drafts.of(plans.draft(draft));
    }
    String plan = parameters.text("plan").orElse(null);
    if (plan != null) {
      plans.themes();
      return edition(snapshots.of(published(plan)));
    }
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    return edition(plans.require(theme, parameters.date("at").orElse(null)));
  }

  /** The version of the tiles of a published plan where they changed last. */
  public String version(PlanSnapshot snapshot) {
    return edition(snapshot).version();
  }

  /**
   * The level that a layer means: {@code units} the one of {@code level}, others by their names.
   */
  Level level(TileEdition edition, String layer, Parameters parameters) {
    Theme theme = edition.plan().theme();
    if (layer.equals(UnitTiles.UNITS)) {
      return plans.level(theme, parameters.text("level").orElse(null));
    }
    return theme
        .level(layer)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    ApiMessages.of(
                        "http.no-tile-layer",
                        layer,
                        theme.id(),
                        String.join(", ", theme.levels().stream().map(Level::name).toList()))));
  }

  /** Whose caches may keep what is told of an edition: everybody's, or its reader's alone. */
  static String readers(TileEdition edition) {
    return edition.isShared() ? "public" : "private";
  }

  /** A plan that another program wrote to goes on in the line that it had. */
  @SuppressWarnings("ReferenceEquality") // a plan that was not read again is the same one
  private TileEdition edition(PlanSnapshot snapshot) {
    String theme = snapshot.theme().id();
    Known known = last.get(theme);
    Plan plan = snapshot.stored();
    if (known == null || known.plan() != snapshot.id()) {
      known = new Known(snapshot.id(), TileEdition.ofPlan(snapshot.id(), plan, snapshot::locator));
      last.put(theme, known);
    } else if (known.edition().plan() != plan) {
      long version = known.edition().changes().version() + 1;
      known = new Known(snapshot.id(), known.edition().next(version, plan, snapshot::locator));
      last.put(theme, known);
    }
    return known.edition();
  }

  private PlanInfo published(String id) {
    PlanInfo plan = PlanLookup.stored(store, id);
    if (plan.status() != PlanInfo.Status.PUBLISHED) {
      throw PlanLookup.noPlan(id);
    }
    return plan;
  }
}
