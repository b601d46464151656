package org.gridwright.api.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;

/**
 * What facts cost an edit: the same edits, in turns, at a served city whose grids have households
 * that follow addresses, and at the same city without any number. Arguments: grids, addresses in
 * each, edits of each kind. Run by {@code scripts/bench facts}.
 */
public final class FactsBench {

  private static final int WARM = 20;

  private FactsBench() {}

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    int addresses = Integer.parseInt(arguments[1]);
    Plan bare = UpperLevels.draw(RandomPartitions.city(grids, 1));
    Plan counted = UpperLevels.draw(ServedCity.counted(RandomPartitions.city(grids, 1)));
    try (ServedCity without = ServedCity.begin(bare, Stream.empty(), "-");
        ServedCity with =
            ServedCity.begin(counted, ServedCity.addresses(counted, addresses), "-")) {
      compare(without, with, Integer.parseInt(arguments[2]));
    }
  }

  private static void compare(ServedCity without, ServedCity with, int edits)
      throws IOException, InterruptedException {
    RequestTimes times = new RequestTimes();
    DrawnEdits drawn = new DrawnEdits(without.plan(), 5);
    String first = without.draft();
    String second = with.draft();
    long version = 1;
    for (int round = 0; round < WARM + edits; round++) {
      for (String kind : DrawnEdits.KINDS) {
        String edit = drawn.next(kind);
        long at = version++;
        String what = (round < WARM ? "warming up, " : kind + ", ");
        if (version % 2 == 0) {
          times.time(what + "without", () -> without.post(first + "/edits", edit, at));
          times.time(what + "with", () -> with.post(second + "/edits", edit, at));
        } else {
          times.time(what + "with", () -> with.post(second + "/edits", edit, at));
          times.time(what + "without", () -> without.post(first + "/edits", edit, at));
        }
      }
    }
    times.print();
    System.out.printf(
        Locale.ROOT,
        "highest 95th percentile with facts: %.1f ms (wanted 50)%n",
        DrawnEdits.KINDS.stream().mapToDouble(it -> times.at(it + ", with", 0.95)).max().orElse(0));
    for (String kind : DrawnEdits.KINDS) {
      System.out.printf(
          Locale.ROOT,
          "%s: with facts %.2f times the median, %.2f times the 95th percentile, %.2f times the processor time%n",
          kind,
          times.at(kind + ", with", 0.5) / times.at(kind + ", without", 0.5),
          times.at(kind + ", with", 0.95) / times.at(kind + ", without", 0.95),
          times.processor(kind + ", with") / times.processor(kind + ", without"));
    }
  }
}
