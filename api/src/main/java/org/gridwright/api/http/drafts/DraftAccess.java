package org.gridwright.api.http.drafts;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.answer.FeatureCollection;
import org.gridwright.api.http.answer.GeoJsonPlace;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.ChangeRefusedException;
import org.gridwright.data.draft.ConflictException;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.UnknownVersionException;
import org.gridwright.data.store.StaleDraftException;

/** Finds the draft that a request means, and turns what the desk refuses into problems. */
final class DraftAccess {

  private static final String NOTHING = "nothing-to-";

  private final DraftDesk desk;
  private final PlanLookup plans;

  DraftAccess(DraftDesk desk, PlanLookup plans) {
    this.desk = desk;
    this.plans = plans;
  }

  DraftDesk desk() {
    return desk;
  }

  /** The draft of the path; an id that is no number is one that there is not. */
  DraftState open(Context ctx) {
    return plans.draft(ctx.pathParam("id"));
  }

  /** The version that a change was made on; the present one for {@code If-Match: *}. */
  static long version(Context ctx, DraftState draft) {
    return IfMatch.require(ctx).orElse(draft.version());
  }

  /**
   * As {@link #version}, for what merges nothing.
   *
   * @throws ProblemException 412 when the draft has moved on
   */
  static long presentVersion(Context ctx, DraftState draft) {
    return requirePresent(IfMatch.require(ctx), draft);
  }

  /** As above, where the header may be left out. */
  static long presentVersionIfSent(Context ctx, DraftState draft) {
    return requirePresent(IfMatch.optional(ctx), draft);
  }

  /** Runs a change; what the desk refuses becomes a problem. */
  <R> R change(long draft, Supplier<R> change) {
    try {
      return change.get();
    } catch (UnknownVersionException unknown) {
      throw ProblemException.stale(unknown.told()).with("version", desk.open(draft).version());
    } catch (StaleDraftException stale) {
      throw ProblemException.stale(stale.told()).with("version", desk.open(draft).version());
    } catch (ConflictException conflict) {
      throw conflict(conflict, desk.open(draft).plan());
    } catch (ChangeRefusedException refused) {
      throw refused(refused).naming(desk.open(draft).plan(), refused.units());
    }
  }

  private static long requirePresent(OptionalLong sent, DraftState draft) {
    long present = draft.version();
    if (sent.isPresent() && sent.getAsLong() != present) {
      throw ProblemException.stale(
              ApiMessages.of("http.draft-moved-on", draft.info().id(), sent.getAsLong(), present))
          .with("version", present);
    }
    return present;
  }

  private static ProblemException conflict(ConflictException conflict, Plan plan) {
    Theme theme = plan.theme();
    return ProblemException.conflict(conflict.told())
        .naming(plan, List.of())
        .with("version", conflict.version())
        .with("units", conflict.codes())
        .with("mine", FeatureCollection.ofUnits(theme, conflict.mine()))
        .with("theirs", FeatureCollection.ofUnits(theme, conflict.theirs()));
  }

  private static ProblemException refused(ChangeRefusedException refused) {
    ProblemException problem =
        refused.code().startsWith(NOTHING)
            ? ProblemException.conflict(refused.told())
            : ProblemException.refused(null, refused.told());
    return problem
        .with("reason", refused.code())
        .with("place", refused.place().map(GeoJsonPlace::orNull).orElse(null));
  }
}
