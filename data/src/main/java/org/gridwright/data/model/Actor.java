package org.gridwright.data.model;

import java.util.Locale;

/**
 * Who did something.
 *
 * @param id what an account is known by, for good; empty as long as nobody has proved who they are
 * @param name what people call them, not blank
 */
public record Actor(String id, String name, Kind kind) {

  /** Whoever gives no name. */
  public static final Actor ANONYMOUS = new Actor("", "anonymous", Kind.ANONYMOUS);

  /** What kind of actor it is. */
  public enum Kind {
    PERSON,
    /** A program, such as the one that makes the demo city. */
    SERVICE,
    ANONYMOUS;

    /** The stable word for stores and programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a stable word.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor needs a name");
    }
  }

  /** A person of whom only the name is known; {@code anonymous} is nobody's. */
  public static Actor named(String name) {
    return name.equals(ANONYMOUS.name) ? ANONYMOUS : new Actor("", name, Kind.PERSON);
  }

  /** A program. */
  public static Actor service(String name) {
    return new Actor("", name, Kind.SERVICE);
  }
}
