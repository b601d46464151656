package org.gridwright.api.http.hotspots;

import java.util.List;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.Sides;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.gridwright.data.hotspot.plan.HotspotQuestion;
import org.gridwright.data.hotspot.plan.TestedValue;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Reads a question from the members of a body. */
record HotspotOrder(PlanSnapshot snapshot, HotspotQuestion question) {

  private static final List<String> METHODS =
      List.of(
          LocalMethod.GISTAR.id(),
          LocalMethod.GI.id(),
          LocalMethod.MORAN.id(),
          LocalMethod.GEARY.id());

  /** What is asked; each other member is a 400. */
  static HotspotOrder of(HotspotMembers members) {
    Members body = members.body();
    HotspotMembers.LevelPlaces places = places(members);
    HotspotQuestion question =
        new HotspotQuestion(
            places.depth(),
            members.incidents(),
            members.neighbours(),
            members.over(),
            members.word("value", TestedValue.values(), TestedValue::id).orElse(TestedValue.COUNT),
            options(members),
            members.word("adjust", Adjustment.values(), Adjustment::id).orElse(Adjustment.BH));
    body.nothingElse();
    return new HotspotOrder(places.snapshot(), question);
  }

  private static HotspotMembers.LevelPlaces places(HotspotMembers members) {
    try {
      return members.places(members.plan());
    } catch (HotspotException refused) {
      throw ProblemException.refused(null, refused.told()).with("reason", "hotspot-refused");
    }
  }

  private static LocalOptions options(HotspotMembers members) {
    Members body = members.body();
    LocalMethod method =
        body.optionalWord("method", METHODS).flatMap(LocalMethod::of).orElse(LocalMethod.GISTAR);
    LocalOptions usual = LocalOptions.of(method);
    try {
      return new LocalOptions(
          method,
          body.optionalWord("style", List.of("B", "W"))
              .flatMap(WeightStyle::of)
              .orElse(usual.style()),
          members
              .word("moments", Randomisation.values(), Randomisation::id)
              .orElse(usual.moments()),
          members.word("chance", Chance.values(), Chance::id).orElse(usual.chance()),
          members.word("sides", Sides.values(), Sides::id).orElse(usual.sides()),
          members.number("draws", LocalOptions.USUAL_DRAWS),
          body.optionalId("seed").orElse(1L));
    } catch (HotspotException refused) {
      throw ProblemException.refused(null, refused.told()).with("reason", "hotspot-refused");
    }
  }
}
