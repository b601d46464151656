package org.gridwright.api.cli;

import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.intake.IntakeListener;
import org.jspecify.annotations.Nullable;

/** Shows the stages of an import one after the other. For one thread; close it at the end. */
final class IntakeProgress implements IntakeListener, AutoCloseable {

  private final Session session;
  private @Nullable Stage stage;
  private @Nullable ProgressDisplay display;

  IntakeProgress(Session session) {
    this.session = session;
  }

  @Override
  public void at(Stage now, long done, long total) {
    ProgressDisplay shown = display;
    if (shown == null || now != stage) {
      close();
      shown = new ProgressDisplay(session, session.say(now.message()), Math.max(0, total));
      display = shown;
      stage = now;
    }
    shown.at(done);
  }

  @Override
  public void close() {
    if (display != null) {
      display.close();
      display = null;
    }
  }
}
