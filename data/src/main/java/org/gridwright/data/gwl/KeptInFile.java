package org.gridwright.data.gwl;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.gridwright.core.gwl.GwlPlan;
import org.gridwright.core.gwl.PlanDigest;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.snapshot.KeptPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of one plan, open. One that turns out to be damaged is told once, removed, so that it is
 * made anew, and asked no more. Thread-safe.
 */
final class KeptInFile implements KeptPlan {

  private static final Logger LOG = LoggerFactory.getLogger(KeptInFile.class);

  private final Path path;
  private final PlansInFile file;
  private final String digest;

  /** Read by who asks, written by who closes. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private volatile boolean usable = true;

  /** Takes the file over and closes it. */
  KeptInFile(Path path, PlansInFile file, String digest) {
    this.path = path;
    this.file = file;
    this.digest = digest;
  }

  @Override
  public <R> Optional<R> ask(Function<LocatedPlan, R> question) {
    return read(question::apply);
  }

  @Override
  public Optional<Locator> locator() {
    return read(GwlPlan::locator);
  }

  @Override
  public boolean isOf(Plan plan) {
    return PlanDigest.of(plan).equals(digest);
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      usable = false;
      file.close();
    } finally {
      open.writeLock().unlock();
    }
  }

  private <R> Optional<R> read(Function<GwlPlan, R> question) {
    open.readLock().lock();
    try {
      return usable
          ? Optional.of(file.ask(asked -> question.apply(asked.plans().get(0))))
          : Optional.empty();
    } catch (InputException damaged) {
      giveUp(damaged);
      return Optional.empty();
    } finally {
      open.readLock().unlock();
    }
  }

  private synchronized void giveUp(InputException damaged) {
    if (usable) {
      usable = false;
      if (isClosed(damaged)) {
        LOG.debug("The file of plans {} was closed under a thread that was stopped", path, damaged);
        return;
      }
      LOG.warn("The file of plans is made anew: {}", damaged.getMessage());
      try {
        Files.deleteIfExists(path);
      } catch (IOException cannot) {
        LOG.debug("The damaged file of plans {} stays", path, cannot);
      }
    }
  }

  /** A thread that is interrupted while it reads closes the file for all, which damages nothing. */
  private static boolean isClosed(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ClosedChannelException || (cause != null && isClosed(cause));
  }
}
