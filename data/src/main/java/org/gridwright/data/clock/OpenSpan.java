package org.gridwright.data.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a day.
 *
 * @param from seconds from midnight, inclusive
 * @param to exclusive; {@link #DAY} is the end of the day
 */
public record OpenSpan(int from, int to) {

  /** Seconds of a day. */
  public static final int DAY = 86_400;

  /** From midnight to midnight. */
  public static final OpenSpan ALL_DAY = new OpenSpan(0, DAY);

  public OpenSpan {
    if (from < 0 || to > DAY || from >= to) {
      throw new IllegalArgumentException("a span lies within a day and ends after it begins");
    }
  }

  /** The same time, in spans that are apart and in order. */
  static List<OpenSpan> joined(List<OpenSpan> spans) {
    List<OpenSpan> sorted = spans.stream().sorted(Comparator.comparingInt(OpenSpan::from)).toList();
    List<OpenSpan> joined = new ArrayList<>();
    for (OpenSpan span : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && span.from <= joined.get(last).to) {
        OpenSpan open = joined.get(last);
        joined.set(last, new OpenSpan(open.from, Math.max(open.to, span.to)));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }

  /** What is left of spans where others are taken away. */
  static List<OpenSpan> without(List<OpenSpan> spans, List<OpenSpan> taken) {
    List<OpenSpan> left = joined(spans);
    for (OpenSpan gone : taken) {
      List<OpenSpan> next = new ArrayList<>();
      for (OpenSpan span : left) {
        if (span.from < gone.from) {
          next.add(new OpenSpan(span.from, Math.min(span.to, gone.from)));
        }
        if (span.to > gone.to) {
          next.add(new OpenSpan(Math.max(span.from, gone.to), span.to));
        }
      }
      left = next;
    }
    return joined(left);
  }
}
