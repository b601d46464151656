package org.gridwright.api.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.gridwright.api.bench.ServedCity;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;

/**
 * What a planner at the brush waits for, in a browser at a served city: for the picture after each
 * move of the pointer, for the figures after the last address was painted, and for the stroke to be
 * stored once it ends. Times are taken by the page's clock. Arguments: grids, addresses in each,
 * strokes. Run by {@code scripts/bench brush}.
 */
public final class BrushBench {

  private static final int WARM = 5;

  /** Moves of the pointer in a stroke, each of eight events. */
  private static final int MOVES = 12;

  /** Patience for a page on a large city on a busy machine, in milliseconds. */
  private static final int PATIENCE = 180_000;

  /** Patience for figures, and for a stroke that is stored, in milliseconds. */
  private static final int STROKE_PATIENCE = 30_000;

  /**
   * Pixels that the brush reaches from the pointer: less than half a grid, so that what is painted
   * hangs together with the area that grows, and something is left of its neighbour.
   */
  private static final String SIZE = "80";

  /** How much of the way from the middle of a grid to that of its neighbour is painted. */
  private static final double WAY = 0.65;

  /**
   * Notes times in milliseconds. The picture is there when the frame after a move has been handed
   * on; figures are there when the table in the tool's card is no longer marked as waiting.
   */
  private static final String WATCH =
      """
      () => {
        const log = { painted: [], moved: [], waited: [], painting: false, lastPaint: 0, figures: null, up: 0, stored: null };
        window.brushLog = log;
        const channel = new MessageChannel();
        const frames = [];
        channel.port1.onmessage = () => { for (const at of frames.splice(0)) log.painted.push(performance.now() - at); };
        window.addEventListener('pointermove', event => {
          if (!log.painting) return;
          const at = performance.now();
          log.waited.push(at - event.timeStamp);
          if (frames.push(at) === 1) requestAnimationFrame(() => channel.port2.postMessage(0));
          setTimeout(() => log.moved.push(performance.now() - at), 0);
        }, { capture: true });
        window.addEventListener('pointerdown', () => { log.painting = true; }, { capture: true });
        window.addEventListener('pointerup', () => { log.painting = false; log.up = performance.now(); }, { capture: true });
        const part = id => document.querySelector(`[data-testid=${id}]`);
        let said = '';
        let saving = 'saved';
        new MutationObserver(() => {
          const now = performance.now();
          const words = part('tool-hint')?.textContent ?? '';
          if (words !== said) [said, log.lastPaint] = [words, now];
          const numbers = part('numbers');
          if (numbers?.getAttribute('aria-busy') === 'true') log.figures = null;
          else if (numbers?.childElementCount > 0) log.figures ??= now - log.lastPaint;
          const state = part('saving')?.dataset.saving ?? '';
          if (state !== saving && state === 'saved' && log.up > 0) log.stored ??= now - log.up;
          saving = state;
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }\
      """;

  private final Map<String, List<Double>> times = new LinkedHashMap<>();
  private int refused;

  private BrushBench() {}

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    int addresses = Integer.parseInt(arguments[1]);
    int strokes = Integer.parseInt(arguments[2]);
    Plan plan = UpperLevels.draw(ServedCity.counted(RandomPartitions.city(grids, 1)));
    try (ServedCity city = ServedCity.begin(plan, ServedCity.addresses(plan, addresses), "-");
        Chromium chromium = Chromium.launch()) {
      BrushBench bench = new BrushBench();
      bench.run(city, chromium, strokes);
      bench.print(strokes);
    }
  }

  private void run(ServedCity city, Chromium chromium, int strokes) throws Exception {
    String path = city.draft();
    long draft = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    List<Unit> grids = city.plan().grids();
    int columns = (int) Math.ceil(Math.sqrt(grids.size()));
    Random random = new Random(5);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    try (MapPage map = chromium.window(city.root(), 1280, 800)) {
      map.page.context().setDefaultTimeout(PATIENCE);
      for (int stroke = 0; stroke < WARM + strokes; stroke++) {
        int column = 1 + random.nextInt(columns - 3);
        int row = 1 + random.nextInt(grids.size() / columns - 2);
        int at = row * columns + column;
        try {
          map.page.navigate("about:blank");
          LatticePoint from = middle(grids.get(at));
          LatticePoint to = part(from, middle(grids.get(at + 1)), WAY);
          paint(map, draft, from, to, stroke >= WARM);
        } catch (PlaywrightException | AssertionError late) {
          leftOut(stroke, String.valueOf(late.getMessage()));
        }
      }
    }
  }

  private void paint(
      MapPage map, long draft, LatticePoint from, LatticePoint to, boolean isCounted) {
    DraftPage page = DraftPage.open(map, draft, part(from, to, 0.5));
    page.tool("brush");
    map.page.locator("input[value=addresses]").check();
    page.part("brush-size").fill(SIZE);
    map.awaitQuiet();
    map.page.evaluate(WATCH);
    page.take(from, part(from, to, 1.0 / MOVES));
    for (int move = 2; move <= MOVES; move++) {
      page.go(part(from, to, (double) move / MOVES));
    }
    if (waits(map, "brushLog.figures === null")) {
      String why = said(map);
      page.drop();
      map.page.keyboard().press("Escape");
      throw new AssertionError("no figures: " + why);
    }
    page.drop();
    if (waits(map, "brushLog.stored === null")) {
      map.page.keyboard().press("Escape");
      throw new AssertionError("not stored: " + said(map));
    }
    if (isCounted) {
      note(map, "moves handled", "brushLog.moved");
      note(map, "painted after the pointer", "brushLog.painted");
      note(map, "events waited for the page", "brushLog.waited");
      note(map, "figures after the last address", "[brushLog.figures]");
      note(map, "stored after the release", "[brushLog.stored]");
    }
  }

  /** A stroke that could not be is told and left out, and the others are painted still. */
  private void leftOut(int stroke, String why) {
    refused++;
    System.err.printf(
        "stroke %d was left out: %s%n", stroke + 1, why.lines().findFirst().orElse(""));
  }

  private static String said(MapPage map) {
    return String.valueOf(map.part("tool-hint").textContent());
  }

  /** Whether something still holds after a while, as it does where a stroke is refused. */
  private static boolean waits(MapPage map, String expression) {
    String going = expression + " && !document.querySelector('[data-wrong=true]')";
    for (int i = 0;
        i < STROKE_PATIENCE / 20 && Boolean.TRUE.equals(map.page.evaluate(going));
        i++) {
      map.page.waitForTimeout(20);
    }
    return Boolean.TRUE.equals(map.page.evaluate(expression));
  }

  private void note(MapPage map, String what, String expression) {
    List<?> noted = (List<?>) map.page.evaluate(expression);
    noted.forEach(
        each ->
            times
                .computeIfAbsent(what, it -> new ArrayList<>())
                .add(((Number) each).doubleValue()));
  }

  private void print(int strokes) {
    System.out.printf("%d strokes, %d of them could not be%n", WARM + strokes, refused);
    times.forEach(
        (what, all) -> {
          List<Double> sorted = all.stream().sorted().toList();
          System.out.printf(
              Locale.ROOT,
              "%s: %d, median %.1f ms, p95 %.1f ms, longest %.1f ms%n",
              what,
              sorted.size(),
              sorted.get(sorted.size() / 2),
              sorted.get((int) (0.95 * (sorted.size() - 1))),
              sorted.get(sorted.size() - 1));
        });
  }

  private static LatticePoint part(LatticePoint from, LatticePoint to, double share) {
    return new LatticePoint(
        (int) Math.round(from.x() + (to.x() - from.x()) * share),
        (int) Math.round(from.y() + (to.y() - from.y()) * share));
  }

  private static LatticePoint middle(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    return new LatticePoint(
        (int) (((long) box.minX() + box.maxX()) / 2), (int) (((long) box.minY() + box.maxY()) / 2));
  }
}
