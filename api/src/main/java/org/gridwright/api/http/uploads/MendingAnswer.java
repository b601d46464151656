package org.gridwright.api.http.uploads;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.repair.Mend;
import org.gridwright.data.intake.Mending;

/**
 * What was mended on the way in, as the report of the command line counts it.
 *
 * @param findingsBefore how many of which kind were found, by the rules of the mending
 * @param given pieces of ground that were given to units
 * @param left pieces of ground that stay as they are
 * @param moved units whose ground changed
 * @param closedSquareMetres what moved vertices take from outside
 * @param findingsAfter how many of which kind are found still
 * @param blocking of these, how many block publishing
 */
record MendingAnswer(
    Map<String, Integer> findingsBefore,
    int given,
    int left,
    int moved,
    double closedSquareMetres,
    Map<String, Integer> findingsAfter,
    int blocking) {

  MendingAnswer {
    findingsBefore = Collections.unmodifiableMap(findingsBefore);
    findingsAfter = Collections.unmodifiableMap(findingsAfter);
  }

  static MendingAnswer of(Mending mending) {
    List<Mend> mends = mending.proposal().mends();
    int left = (int) mends.stream().filter(Mend::isLeft).count();
    return new MendingAnswer(
        FindingLists.counts(mending.before()),
        mends.size() - left,
        left,
        mending.proposal().moved().size(),
        Metres.rounded(mending.proposal().closedSquareMetres()),
        FindingLists.counts(mending.repaired().leftovers()),
        FindingLists.blocking(mending.repaired().leftovers()));
  }
}
