package org.gridwright.api.cli;

import java.util.Objects;

/** The version of the running program. */
final class Version {

  private Version() {}

  /** As stamped into the jar; {@code development} when run from classes. */
  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
