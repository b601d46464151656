package org.gridwright.data.clock.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.message.Message;
import org.gridwright.data.clock.DueTime;
import org.gridwright.data.clock.NoDue;

/**
 * What became of the rows of a table.
 *
 * @param due rows that are due at some time
 * @param withoutRule rows by the name for which there is no rule; the empty name for none
 * @param unreadable rows whose moment cannot be read
 * @param examples the first sentences about these
 * @param never rows that are never due, by the reason
 * @param notes what was found of how the table is written
 */
public record DueCounts(
    long due,
    Map<String, Long> withoutRule,
    long unreadable,
    List<Message> examples,
    Map<NoDue, Long> never,
    List<Message> notes) {

  public DueCounts {
    withoutRule = Map.copyOf(withoutRule);
    examples = List.copyOf(examples);
    never = Map.copyOf(never);
    notes = List.copyOf(notes);
  }

  /** All rows. */
  public long rows() {
    return due + unreadable + sum(withoutRule) + sum(never);
  }

  /** Rows for which there is no rule. */
  public long unruled() {
    return sum(withoutRule);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Counts rows. For one thread. */
  static final class Counting {

    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_NAMES = 10_000;

    private final Map<String, Long> withoutRule = new TreeMap<>();
    private final Map<NoDue, Long> never = new EnumMap<>(NoDue.class);
    private final List<Message> examples = new ArrayList<>();
    private long due;
    private long unreadable;

    void told(DueTime time) {
      if (time.missing() == null) {
        due++;
      } else {
        never.merge(time.missing(), 1L, Long::sum);
      }
    }

    void withoutRule(String name) {
      boolean room = withoutRule.size() < MOST_NAMES || withoutRule.containsKey(name);
      withoutRule.merge(room ? name : "…", 1L, Long::sum);
    }

    void unreadable(Message why) {
      unreadable++;
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(why);
      }
    }

    DueCounts of(List<Message> notes) {
      return new DueCounts(due, withoutRule, unreadable, examples, never, notes);
    }
  }
}
