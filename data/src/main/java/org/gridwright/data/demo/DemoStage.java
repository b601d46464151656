package org.gridwright.data.demo;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/** A part of making a demo city, in the order in which they come. */
public enum DemoStage {
  GROUND,
  PLAN,
  ADDRESSES,
  INCIDENTS,
  DIRECTORY;

  /** What to call it. */
  public Message message() {
    return DataMessages.of("demo.stage." + name().toLowerCase(Locale.ROOT));
  }
}
