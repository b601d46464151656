package org.gridwright.api.http.drafts;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.api.http.events.Events;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open maps of changes of drafts: of this process's at once, of another one's when they are
 * noticed. Thread-safe.
 */
public final class DraftNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DraftNews.class);

  private final DraftDesk desk;
  private final Events events;
  private final Map<Long, DraftInfo> known = new HashMap<>();
  private boolean listed;
  private final ScheduledExecutorService watcher = Background.thread("draft-watch");

  public DraftNews(DraftDesk desk, Events events) {
    this.desk = desk;
    this.events = events;
  }

  /** Looks for changes by other processes now and then; tells of them while somebody listens. */
  public void watch(Duration interval) {
    var unused =
        watcher.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells of a change that this process made. */
  synchronized void changed(DraftInfo draft, Actor author) {
    DraftInfo before = known.get(draft.id());
    if (before == null || before.version() < draft.version()) {
      known.put(draft.id(), draft);
      events.tell("draft", DraftEvent.changed(draft, author));
    }
  }

  /** Tells that a draft was deleted or published. */
  synchronized void gone(DraftInfo draft) {
    known.remove(draft.id());
    events.tell("draft", DraftEvent.gone(draft));
  }

  @Override
  public void close() {
    watcher.shutdown();
  }

  private void look() {
    desk.lookForOthers();
    if (events.open() == 0) {
      forget();
      return;
    }
    try {
      compare();
    } catch (RuntimeException failure) {
      LOG.debug("Drafts could not be listed", failure);
    }
  }

  /** What was missed while nobody listened is nobody's concern. */
  private synchronized void forget() {
    known.clear();
    listed = false;
  }

  private synchronized void compare() {
    Set<Long> present = new HashSet<>();
    for (DraftInfo draft : desk.list(null)) {
      present.add(draft.id());
      if (listed) {
        changed(draft, draft.author());
      } else {
        known.putIfAbsent(draft.id(), draft);
      }
    }
    if (listed) {
      known.values().stream()
          .filter(draft -> !present.contains(draft.id()))
          .toList()
          .forEach(this::gone);
    }
    listed = true;
  }
}
