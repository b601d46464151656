package org.gridwright.data.search;

import java.io.IOException;
import java.util.List;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.words.Token;
import org.jspecify.annotations.Nullable;

/** A street that a question may mean, with what stands for what. For one thread. */
final class Candidate {

  private static final double NOT_FOUND = 0.35;
  private static final double MOST_NOT_FOUND = 2;
  private static final double OTHER_NUMBER = 0.4;
  private static final double NUMBER = 2;
  private static final double NUMBER_OF_NAMED = 3.4;
  private static final double NUMBER_OF_OTHER = 0.3;
  private static final double NEARLY = 0.3;
  private static final int LEAST_POSTCODE = 4;

  private final Question question;
  private final StreetEntry street;
  private final StreetEntry.Form form;
  private final Alignment.Laid name;
  private Alignment.@Nullable Laid locality;
  private boolean otherIsNamed;
  private int postcodeAt = -1;
  private boolean postcodeExact;
  private double postcodeScore;
  private HouseNumber.@Nullable NumberAt number;
  private long taken;

  private Candidate(
      Question question, StreetEntry street, StreetEntry.Form form, Alignment.Laid name) {
    this.question = question;
    this.street = street;
    this.form = form;
    this.name = name;
    this.taken = name.taken();
  }

  /** What is there of the name of a place; null for nothing. */
  static Alignment.@Nullable Laid place(Question question, StreetEntry.Form name, long taken)
      throws IOException {
    Alignment.Laid there = Alignment.of(question, name, Alignment.Costs.PLACE, taken);
    return there != null && there.score() > 0 ? there : null;
  }

  /** A street as a question may mean it, by its name or its town alone; null where neither is. */
  static @Nullable Candidate of(Question question, StreetEntry street, IndexedStreets streets)
      throws IOException {
    Candidate best = null;
    for (StreetEntry.Form form : street.forms()) {
      Alignment.Laid name = Alignment.of(question, form, Alignment.Costs.STREET, 0);
      if (name != null && (best == null || name.score() > best.name.score())) {
        best = new Candidate(question, street, form, name);
      }
    }
    boolean townAlone = best == null;
    if (best == null) {
      StreetEntry.Form form = street.forms().get(0);
      best = new Candidate(question, street, form, Alignment.nothing(question, form));
    }
    best.findPostcode(streets);
    best.findNumber();
    best.locality = place(question, street.locality(), best.taken);
    best.taken |= best.locality == null ? 0 : best.locality.taken();
    return townAlone && best.locality == null && best.postcodeAt < 0 ? null : best;
  }

  /** Whether a token stands for nothing yet. */
  boolean isFree(int at) {
    return (taken >> at & 1) == 0;
  }

  private void findPostcode(IndexedStreets streets) throws IOException {
    String wanted = street.postcode();
    for (int i = 0; i < question.size() && !wanted.isEmpty(); i++) {
      if (!question.token(i).isNumber() || !isFree(i)) {
        continue;
      }
      double like = likePostcode(i, wanted);
      double score = like * streets.weight(StreetTerms.POSTCODE, wanted);
      if (score > postcodeScore) {
        postcodeAt = i;
        postcodeScore = score;
        postcodeExact = like == 1;
      }
    }
    if (postcodeAt >= 0) {
      taken |= 1L << postcodeAt;
    }
  }

  private double likePostcode(int at, String wanted) {
    String typed = question.token(at).text();
    if (typed.equals(wanted)) {
      return 1;
    }
    boolean begun =
        question.isUnfinished(at) && at > 0 && typed.length() > 1 && wanted.startsWith(typed);
    if (begun) {
      return 0.15 * typed.length();
    }
    boolean oneError =
        typed.length() >= LEAST_POSTCODE
            && wanted.length() > LEAST_POSTCODE
            && Similarity.mistyped(typed, wanted) > 1 - 1.3 / wanted.length();
    return oneError ? NEARLY : 0;
  }

  /** The number beside the street: before it, or behind it as Chinese has it. */
  private void findNumber() {
    int best = -1;
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < question.size(); i++) {
      if (!question.token(i).isNumber() || !isFree(i) || isOtherPostcode(i)) {
        continue;
      }
      int before = name.first() - i;
      int behind = i - name.last();
      int distance =
          form.isHan() ? (behind > 0 ? behind : 20 + before) : before > 0 ? before : behind + 1;
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    while (best > 0
        && "-/".indexOf(question.token(best).gap()) >= 0
        && question.token(best - 1).isNumber()
        && isFree(best - 1)) {
      best--;
    }
    if (best >= 0) {
      number = HouseNumber.at(question.tokens(), best, this::isFree, true);
    }
    if (number != null) {
      for (int i = number.from(); i < number.end(); i++) {
        taken |= 1L << i;
      }
    }
  }

  /** Whether a token may be the postcode of another place. */
  boolean isOtherPostcode(int at) {
    int digits = question.token(at).text().length();
    return digits > LEAST_POSTCODE && digits == street.postcode().length();
  }

  StreetEntry street() {
    return street;
  }

  /** The number asked for; null for none. */
  @Nullable HouseNumber number() {
    return number == null ? null : number.number();
  }

  /** Whether the whole name of the street was typed without an error. */
  boolean isNamed() {
    return name.found() >= Similarity.AS_TYPED * name.weight();
  }

  /** What a house of the number adds: most where the street is named without any error. */
  double numberSays() {
    return isNamed() ? NUMBER_OF_NAMED : otherIsNamed ? NUMBER_OF_OTHER : NUMBER;
  }

  /** That another street was named without any error, beside the number. */
  void setOtherIsNamed() {
    otherIsNamed = true;
  }

  /** Whether the number asked for stands beside the name of the street. */
  boolean isBesideNumber() {
    return number != null && (number.end() == name.first() || number.from() == name.last() + 1);
  }

  /** Whether more digits of the number may follow. */
  boolean isNumberUnfinished() {
    return number != null && question.isUnfinished(number.end() - 1);
  }

  /** Tokens that stand for something, as bits. */
  long taken() {
    return taken;
  }

  Alignment.Laid name() {
    return name;
  }

  /** What is known of the street, without its houses. */
  double score() {
    double score = name.score() + postcodeScore + (locality == null ? 0 : locality.score());
    for (int i = 0; i < question.size(); i++) {
      if (isFree(i)) {
        score -= lost(i);
      }
    }
    return score;
  }

  private double lost(int at) {
    if (isRest(at) || question.saysLittle(at)) {
      return 0;
    }
    return question.token(at).isNumber()
        ? OTHER_NUMBER
        : Math.min(MOST_NOT_FOUND, NOT_FOUND * question.weight(at));
  }

  /** Whether a token is behind the house number in Chinese: building, entrance, room. */
  boolean isRest(int at) {
    return number != null && at >= number.end() && form.isHan();
  }

  /** Words that nobody else explains and that may be mistyped, as bits. */
  long mistyped() {
    long found = taken;
    for (Alignment.Pair pair : name.pairs()) {
      boolean unsure = pair.alike() < Similarity.AS_TYPED;
      boolean begun = question.isUnfinished(pair.token()) && pair.alike() >= 0.8;
      found &= unsure && !begun ? ~(1L << pair.token()) : -1L;
    }
    if (locality != null) {
      for (Alignment.Pair pair : locality.pairs()) {
        boolean unsure = pair.alike() < Similarity.AS_TYPED && !question.isUnfinished(pair.token());
        found &= unsure ? ~(1L << pair.token()) : -1L;
      }
    }
    long mistyped = 0;
    for (int i = 0; i < question.size(); i++) {
      if ((found >> i & 1) == 0 && question.token(i).isWord() && !question.saysLittle(i)) {
        mistyped |= 1L << i;
      }
    }
    return mistyped;
  }

  /** How much of what was typed is there, from 0 to 1. */
  double share() {
    double all = 0;
    double found = 0;
    for (int i = 0; i < question.size(); i++) {
      if (!question.saysLittle(i) || !isFree(i)) {
        all += question.weight(i);
        found += isFree(i) && !isRest(i) ? 0 : question.weight(i);
      }
    }
    return all == 0 ? 0 : found / all;
  }

  /**
   * What was typed and stands for a part of the street, in the order typed.
   *
   * @param around tokens, as bits, that what lies around explains; they count as the locality, as
   *     the city does that the street is in
   */
  String typed(Part part, long around) {
    long place = (around | question.wide()) & ~taken;
    return switch (part) {
      case STREET -> words(name.taken());
      case LOCALITY -> words(place | (locality == null ? 0 : locality.taken()));
      case POSTCODE -> words(postcodeAt < 0 ? 0 : 1L << postcodeAt);
      case REST -> words(rest() & ~place);
      default -> "";
    };
  }

  private long rest() {
    long rest = 0;
    for (int i = 0; i < question.size(); i++) {
      rest |= isFree(i) ? 1L << i : 0;
    }
    return rest;
  }

  /** Tokens, as bits, as they were typed. */
  String words(long tokens) {
    StringBuilder words = new StringBuilder();
    Token before = null;
    for (int i = 0; i < question.size(); i++) {
      Token token = question.token(i);
      if ((tokens >> i & 1) == 0) {
        continue;
      }
      words.append(before == null || token.glued() ? "" : " ").append(token.raw());
      before = token;
    }
    return words.toString().strip();
  }

  /** The way in which the name of the street is written that was laid along the question. */
  StreetEntry.Form form() {
    return form;
  }

  /** What is there of the town; null for nothing. */
  Alignment.@Nullable Laid locality() {
    return locality;
  }

  /** The token that is like the postcode without being it; -1 for none. */
  int otherPostcodeAt() {
    return postcodeExact ? -1 : postcodeAt;
  }

  /**
   * Where street, town and postcode are not what was typed.
   *
   * @param elsewhere tokens, as bits, that what lies around explains
   */
  List<HitDifference> differences(long elsewhere) {
    return new StreetDifferences(question, this).of(elsewhere);
  }
}
