package org.gridwright.data.demo.life;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.message.DataMessages;

/** How a report comes in. */
public enum Channel {
  /** The city's hotline, 12345. */
  PHONE,
  APP,
  /** Seen by an officer on patrol; by day only. */
  PATROL,
  WEB;

  /** The word stored with incidents, such as {@code phone}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public Message title() {
    return DataMessages.of("channel." + id());
  }

  /**
   * A channel as likely as it is at an hour.
   *
   * @param hour 0 to 23
   */
  static Channel at(int hour, Seeded random) {
    double patrol = hour >= 8 && hour < 19 ? 0.28 : 0.02;
    double at = random.next();
    if (at < patrol) {
      return PATROL;
    }
    double rest = (at - patrol) / (1 - patrol);
    return rest < 0.52 ? PHONE : rest < 0.90 ? APP : WEB;
  }
}
