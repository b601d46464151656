package org.gridwright.api.cli.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {

  @Option(names = "--store", paramLabel = "STORE", scope = ScopeType.INHERIT)
  private @Nullable String store;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--lang", paramLabel = "LANGUAGE", scope = ScopeType.INHERIT)
  private @Nullable String language;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  private boolean debug;

  /** The store as given on the command line; null where it was not. */
  public @Nullable String store() {
    return store;
  }

  /** Whether results are wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** Whether a failure shows its stack trace. */
  public boolean debug() {
    return debug;
  }

  @Nullable String language() {
    return language;
  }
}
