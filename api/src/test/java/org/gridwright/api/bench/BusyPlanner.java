package org.gridwright.api.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.api.http.Json;

/**
 * A planner who draws one edit after another until a moment, as an open map sends them: under an
 * id, on the version of the last answer. What others' edits are in the way of is left, and so is
 * what is refused.
 */
final class BusyPlanner extends Thread {

  private final ServedCity city;
  private final String draft;
  private final DrawnEdits drawn;
  private final long end;
  private final List<Answered> answered = new ArrayList<>();
  private int conflicts;
  private int refused;
  private long version = 1;

  /**
   * @param end a moment of {@link System#nanoTime}
   */
  BusyPlanner(ServedCity city, String draft, String name, DrawnEdits drawn, long end) {
    super(name);
    this.city = city;
    this.draft = draft;
    this.drawn = drawn;
    this.end = end;
  }

  /**
   * An edit that was acknowledged.
   *
   * @param at when its answer was there, a moment of {@link System#nanoTime}
   */
  record Answered(String id, long version, long at, double millis) {}

  /** What was acknowledged, in order; to be asked once the thread has ended. */
  List<Answered> answered() {
    return answered;
  }

  int conflicts() {
    return conflicts;
  }

  int refused() {
    return refused;
  }

  @Override
  public void run() {
    try {
      for (int i = 0; System.nanoTime() < end; i++) {
        String kind = DrawnEdits.KINDS.get(i % DrawnEdits.KINDS.size());
        send(getName() + "-" + i, drawn.next(kind));
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stop) {
      interrupt();
    }
  }

  private void send(String id, String edit) throws IOException, InterruptedException {
    String named = "{\"id\":\"" + id + "\"," + edit.substring(1);
    long start = System.nanoTime();
    HttpResponse<String> answer = city.post(draft + "/edits", named, version);
    long now = System.nanoTime();
    switch (answer.statusCode()) {
      case 200 -> {
        version = Json.MAPPER.readTree(answer.body()).get("version").asLong();
        answered.add(new Answered(id, version, now, (now - start) / 1e6));
      }
      case 409 -> {
        version = Json.MAPPER.readTree(answer.body()).get("version").asLong();
        conflicts++;
      }
      case 422 -> refused++;
      default -> throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
