package org.gridwright.data.exchange;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.crs.CrsNames;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * The reference system of a file: the one that the reader was told, otherwise the one that the file
 * names. For one thread.
 */
final class NamedSystem {

  private final Source source;
  private final @Nullable String told;
  private @Nullable String said;
  private @Nullable String code;

  NamedSystem(Source source, ReadOptions options) {
    this.source = source;
    this.told = options.crs();
  }

  /**
   * Takes what the file names, by any of the names or definitions that {@link CrsNames} knows.
   *
   * @throws InputException when it is none of these, and the reader was told no other
   */
  void named(String name) {
    said = name;
    code = ReadOptions.code(name).orElse(null);
    if (code == null && told == null) {
      throw InputException.at(source, "input.crs-unknown", name);
    }
  }

  /** What the file names, where it can be read. */
  Optional<String> ofFile() {
    return Optional.ofNullable(code);
  }

  /** What to read with; empty where neither the file nor the caller says it. */
  Optional<String> crs() {
    return Optional.ofNullable(told).or(this::ofFile);
  }

  boolean isTold() {
    return told != null;
  }

  /** That the file says something else than what it is read with. */
  List<Message> notes() {
    if (said == null || told == null || told.equals(code)) {
      return List.of();
    }
    return List.of(
        DataMessages.of(
            "input.crs-overridden",
            source.file(),
            CrsNames.label(code == null ? said : code),
            CrsNames.label(told)));
  }
}
