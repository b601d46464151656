package org.gridwright.api.http.drafts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.Progress;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobInfo;
import org.gridwright.data.work.JobKind;
import org.jspecify.annotations.Nullable;

/**
 * Edits that take long, made as jobs. Who asked for one waits for it as for any edit; meanwhile it
 * is known by the name that its client gave it, so that others can see how far it is, and stop it.
 * Thread-safe.
 */
final class LongEdits {

  private final LongWork work;
  private final Map<Key, Going> going = new ConcurrentHashMap<>();

  /**
   * @param work where they are made; stays the caller's
   */
  LongEdits(LongWork work) {
    this.work = work;
  }

  private record Key(long draft, String edit) {}

  /** One that was asked for and is not over. */
  private static final class Going {

    private volatile @Nullable Job<?> job;
    private volatile boolean stopped;

    void begun(Job<?> begun) {
      job = begun;
      if (stopped) {
        begun.cancel();
      }
    }

    void stop() {
      stopped = true;
      Job<?> begun = job;
      if (begun != null) {
        begun.cancel();
      }
    }
  }

  /**
   * Makes one and waits for it. What it throws is thrown.
   *
   * @param name what its client calls it
   * @throws ProblemException as {@link LongWork#run}; 422 where it was stopped
   */
  <R> R make(long draft, Optional<String> name, Function<Progress, R> edit) {
    Going mine = new Going();
    Optional<Key> key = name.map(known -> new Key(draft, known));
    key.ifPresent(known -> going.put(known, mine));
    try {
      return work.run(JobKind.EDIT, edit, mine::begun);
    } catch (ProblemException problem) {
      throw mine.stopped
          ? ProblemException.refused(null, ApiMessages.of("http.edit-cancelled"))
              .with("reason", "edit-cancelled")
          : problem;
    } finally {
      key.ifPresent(known -> going.remove(known, mine));
    }
  }

  /** How far one is; empty where none of that name is at work. */
  Optional<JobInfo> find(long draft, String name) {
    return find(new Key(draft, name))
        .flatMap(known -> Optional.ofNullable(known.job))
        .map(Job::info);
  }

  /** Stops one; whether there was one to stop. */
  boolean stop(long draft, String name) {
    Optional<Going> found = find(new Key(draft, name));
    found.ifPresent(Going::stop);
    return found.isPresent();
  }

  private Optional<Going> find(Key key) {
    return Optional.ofNullable(going.get(key));
  }
}
