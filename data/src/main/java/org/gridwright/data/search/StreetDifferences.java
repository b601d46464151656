package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.words.StreetWords;

/** Tells where a street is not what was typed. For one thread. */
final class StreetDifferences {

  private final Question question;
  private final Candidate candidate;

  StreetDifferences(Question question, Candidate candidate) {
    this.question = question;
    this.candidate = candidate;
  }

  /**
   * Where street, town and postcode are not what was typed.
   *
   * @param elsewhere tokens, as bits, that what lies around explains
   */
  List<HitDifference> of(long elsewhere) {
    List<HitDifference> differs = new ArrayList<>();
    corrected(Part.STREET, candidate.form(), candidate.name(), differs);
    leftOut(differs);
    Alignment.Laid locality = candidate.locality();
    if (locality != null) {
      corrected(Part.LOCALITY, candidate.street().locality(), locality, differs);
    }
    int postcode = candidate.otherPostcodeAt();
    if (postcode >= 0 && !question.isUnfinished(postcode)) {
      String there = candidate.street().postcode();
      differs.add(
          new HitDifference(Part.POSTCODE, How.CORRECTED, question.token(postcode).raw(), there));
    }
    notFound(elsewhere, differs);
    return differs;
  }

  private void notFound(long elsewhere, List<HitDifference> differs) {
    for (int i = 0; i < question.size(); i++) {
      if (candidate.isFree(i)
          && (elsewhere >> i & 1) == 0
          && !candidate.isRest(i)
          && !question.saysLittle(i)) {
        int end = i + 1;
        while (end < question.size() && candidate.isFree(end) && question.token(end).glued()) {
          end++;
        }
        long run = 0;
        for (int k = i; k < end; k++) {
          run |= 1L << k;
        }
        Part part =
            candidate.isOtherPostcode(i) && question.token(i).isNumber()
                ? Part.POSTCODE
                : Part.REST;
        differs.add(new HitDifference(part, How.NOT_FOUND, candidate.words(run), null));
        i = end - 1;
      }
    }
  }

  private void corrected(
      Part part, StreetEntry.Form of, Alignment.Laid at, List<HitDifference> differs) {
    for (Alignment.Pair pair : at.pairs()) {
      boolean begun = question.isUnfinished(pair.token()) && pair.alike() >= 0.8;
      if (pair.alike() < Similarity.AS_TYPED && !begun) {
        String typed = question.token(pair.token()).raw();
        differs.add(new HitDifference(part, How.CORRECTED, typed, of.raw()[pair.word()]));
      }
    }
  }

  private void leftOut(List<HitDifference> differs) {
    Alignment.Laid name = candidate.name();
    StreetEntry.Form form = candidate.form();
    int last = name.pairs().isEmpty() ? 0 : name.pairs().get(name.pairs().size() - 1).word();
    boolean begun = question.isUnfinished(name.last());
    for (int j = 0; j < form.words().length; j++) {
      int word = j;
      boolean there = name.pairs().stream().anyMatch(pair -> pair.word() == word);
      if (!there && !StreetWords.known().isArticle(form.words()[j]) && !(begun && j > last)) {
        differs.add(new HitDifference(Part.STREET, How.LEFT_OUT, null, form.raw()[j]));
      }
    }
  }
}
