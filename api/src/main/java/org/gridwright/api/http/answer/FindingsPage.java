package org.gridwright.api.http.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridwright.core.finding.Finding;
import org.gridwright.data.draft.Reviewed;
import org.jspecify.annotations.Nullable;

/**
 * Some of the findings of a plan or draft, and how many there are.
 *
 * @param tally of all findings, wanted or not
 * @param kinds each kind that was found, in the order of kinds, wanted or not
 * @param total how many are wanted
 * @param rows those of this page
 * @param next what {@code after} takes to go on behind them; null where they are the last
 */
public record FindingsPage(
    FindingsTally tally,
    List<KindTally> kinds,
    int total,
    List<Reviewed> rows,
    @Nullable String next) {

  public FindingsPage {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  /**
   * How many of a kind there are.
   *
   * @param open that nobody accepted
   * @param fixable of the open ones, those that a repair in a draft can do something about
   */
  public record KindTally(String kind, int open, int accepted, int fixable) {

    private static final KindTally NONE = new KindTally("", 0, 0, 0);

    private KindTally and(Reviewed reviewed) {
      boolean isOpen = reviewed.accepted().isEmpty();
      boolean canBeMended = isOpen && FindingAnswer.canBeMended(reviewed.finding());
      return new KindTally(
          reviewed.finding().kind().id(),
          open + (isOpen ? 1 : 0),
          accepted + (isOpen ? 0 : 1),
          fixable + (canBeMended ? 1 : 0));
    }
  }

  private record Marked(FindingMark mark, Reviewed reviewed) {}

  /**
   * A page, in O(n log n) of the findings wanted.
   *
   * @param after {@link #next} of the page before; null for the first
   * @param limit so many rows at most; with 0 only the counts
   * @return empty where {@code after} is not of a page of findings
   */
  public static Optional<FindingsPage> of(
      List<Reviewed> found, Predicate<Reviewed> wanted, @Nullable String after, int limit) {
    FindingMark begin = null;
    if (after != null) {
      Optional<FindingMark> read = FindingMark.read(after);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      begin = read.get();
    }
    return Optional.of(of(found, wanted, begin, limit));
  }

  private static FindingsPage of(
      List<Reviewed> found, Predicate<Reviewed> wanted, @Nullable FindingMark begin, int limit) {
    List<Marked> all =
        found.stream()
            .filter(wanted)
            .map(each -> new Marked(FindingMark.of(each.finding()), each))
            .toList();
    List<Marked> rest =
        all.stream()
            .filter(each -> begin == null || each.mark().compareTo(begin) > 0)
            .sorted((a, b) -> a.mark().compareTo(b.mark()))
            .toList();
    List<Marked> rows = rest.subList(0, Math.min(limit, rest.size()));
    return new FindingsPage(
        FindingsTally.of(found),
        kinds(found),
        all.size(),
        rows.stream().map(Marked::reviewed).toList(),
        rows.isEmpty() || rows.size() == rest.size()
            ? null
            : rows.get(rows.size() - 1).mark().token());
  }

  private static List<KindTally> kinds(List<Reviewed> found) {
    Map<Finding.Kind, KindTally> kinds = new EnumMap<>(Finding.Kind.class);
    for (Reviewed each : found) {
      Finding.Kind kind = each.finding().kind();
      kinds.put(kind, kinds.getOrDefault(kind, KindTally.NONE).and(each));
    }
    return List.copyOf(kinds.values());
  }
}
