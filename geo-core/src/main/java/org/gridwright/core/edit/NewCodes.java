package org.gridwright.core.edit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** Finds units by code, and codes for units that are new. Not thread-safe. */
final class NewCodes {

  private final Plan plan;
  private final Outcome outcome;

  /** By parent, the number above all others that was given last. */
  private final Map<String, Integer> lastGiven = new HashMap<>();

  NewCodes(Plan plan, Outcome outcome) {
    this.plan = plan;
    this.outcome = outcome;
  }

  /** A child's code in scheme cn15, such as {@code 310101001001007} for number 7. */
  static String numbered(String parent, int digits, int number) {
    return parent + String.format("%0" + digits + "d", number);
  }

  /**
   * The given code for a new unit, once it is proved good and free.
   *
   * @throws EditRefusedException {@code code-taken}, {@code code-unfit}
   */
  String given(int depth, String code, @Nullable String parent) {
    if (isTaken(depth, code)) {
      throw EditRefusedException.of(Refusal.CODE_TAKEN, code);
    }
    boolean unprintable =
        code.isBlank() || code.length() > 128 || code.chars().anyMatch(Character::isISOControl);
    Optional<Message> fault =
        unprintable
            ? Optional.of(Message.core("plan.unit-code", code))
            : plan.theme().codes().fault(plan.theme(), depth, code, Optional.ofNullable(parent));
    if (fault.isPresent()) {
      throw EditRefusedException.of(Refusal.CODE_UNFIT, fault.get());
    }
    return code;
  }

  /**
   * A free code for a unit that comes of another one: in scheme cn15 the next sequence of the
   * parent, in a free one {@code <like>-2} and so on.
   *
   * @param like code of the other one, which has the level's length in scheme cn15
   * @throws EditRefusedException {@code codes-used-up} when all sequences are taken
   */
  String made(int depth, String like, @Nullable String parent) {
    if (plan.theme().codes() == CodeScheme.CN15 && parent != null) {
      return nextNumbered(depth, parent, like.length() - parent.length());
    }
    for (int number = 2; ; number++) {
      String code = like + "-" + number;
      if (!isTaken(depth, code)) {
        return code;
      }
    }
  }

  /** One above the highest number in use; where that is the last one, the lowest free one. */
  private String nextNumbered(int depth, String parent, int digits) {
    int last = (int) Math.pow(10, digits) - 1;
    Integer given = lastGiven.get(parent);
    if (given != null && given < last && !isTaken(depth, numbered(parent, digits, given + 1))) {
      lastGiven.put(parent, given + 1);
      return numbered(parent, digits, given + 1);
    }
    BitSet taken = numbersTaken(depth, parent, digits);
    int highest = Math.max(0, taken.length() - 1);
    int lowestFree = taken.nextClearBit(1);
    if (lowestFree > last) {
      throw EditRefusedException.of(Refusal.CODES_USED_UP, parent, last);
    }
    int next = highest < last ? highest + 1 : lowestFree;
    if (highest < last) {
      lastGiven.put(parent, next);
    }
    return numbered(parent, digits, next);
  }

  /** The numbers above 0 of a parent's codes in use, before the edit or after it. */
  private BitSet numbersTaken(int depth, String parent, int digits) {
    BitSet taken = new BitSet();
    List<Unit> level = plan.units(depth);
    for (int i = plan.firstBehind(depth, parent);
        i < level.size() && level.get(i).code().startsWith(parent);
        i++) {
      putNumber(level.get(i).code(), parent, digits, taken);
    }
    outcome.codes(depth).forEach(code -> putNumber(code, parent, digits, taken));
    return taken;
  }

  private static void putNumber(String code, String parent, int digits, BitSet taken) {
    if (code.length() != parent.length() + digits || !code.startsWith(parent)) {
      return;
    }
    int number = 0;
    for (int i = parent.length(); i < code.length(); i++) {
      char digit = code.charAt(i);
      if (digit < '0' || digit > '9') {
        return;
      }
      number = 10 * number + digit - '0';
    }
    if (number > 0) {
      taken.set(number);
    }
  }

  /** Whether a code is in use, before the edit or after it. */
  private boolean isTaken(int depth, String code) {
    return plan.unit(depth, code).isPresent() || outcome.unit(depth, code).isPresent();
  }
}
