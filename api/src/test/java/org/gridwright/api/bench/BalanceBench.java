package org.gridwright.api.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;

/**
 * How long the balance of a draft takes to be told after an edit: that of a served city whose grids
 * have households, addresses and ground, after splits of random grids. Arguments: grids, addresses
 * in each, and how many edits are timed. Run by {@code scripts/bench balance}.
 */
public final class BalanceBench {

  private static final int WARM = 20;
  private static final List<String> ASKED =
      List.of("measure=households", "measure=addresses", "measure=area", "level=district");

  private BalanceBench() {}

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    int addresses = Integer.parseInt(arguments[1]);
    Plan plan = UpperLevels.draw(ServedCity.counted(RandomPartitions.city(grids, 1)));
    try (ServedCity city = ServedCity.begin(plan, ServedCity.addresses(plan, addresses), "-")) {
      time(city, Integer.parseInt(arguments[2])).print();
    }
  }

  private static RequestTimes time(ServedCity city, int edits)
      throws IOException, InterruptedException {
    RequestTimes times = new RequestTimes();
    String draft = city.draft();
    for (String query : ASKED) {
      times.time("first " + query, () -> city.get(draft + "/balance?" + query));
    }
    List<Unit> grids = city.plan().grids();
    Random random = new Random(5);
    long version = 1;
    for (int round = 0; round < WARM + edits; round++) {
      Unit grid = grids.get(random.nextInt(grids.size()));
      HttpResponse<String> split = city.post(draft + "/edits", DrawnEdits.split(grid), version);
      version += split.statusCode() == 200 ? 1 : 0;
      for (String query : ASKED) {
        String when = round < WARM ? "warming up " : "after an edit ";
        times.time(when + query, () -> city.get(draft + "/balance?" + query));
      }
    }
    return times;
  }
}
