package org.gridwright.data.store.sql;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.DirectoryStore;
import org.gridwright.data.store.DraftStore;
import org.gridwright.data.store.FactStore;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.LayerStore;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.ReviewStore;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.RowCheck;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.ThemeStore;

/** A store in an SQL database, over pools of reading and writing connections. Thread-safe. */
public final class SqlStore implements Store {

  private final String description;
  private final Dialect dialect;
  private final Guard guard;
  private final SqlFailures failures;
  private final PooledSessions pools;
  private final BoundStore parts;

  /**
   * A store over a database that is already migrated; takes the pools over and closes them.
   *
   * @param description its address without credentials
   * @param upkeep is closed before them
   * @param guard stands before every use of them
   */
  public SqlStore(
      String description, Dialect dialect, Pools connections, Upkeep upkeep, Guard guard) {
    this.description = description;
    this.dialect = dialect;
    this.guard = guard;
    this.failures = new SqlFailures(dialect, guard);
    this.pools = new PooledSessions(connections, dialect, failures, upkeep, guard);
    this.parts = new BoundStore(description, pools, dialect);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Optional<Path> file() {
    return dialect.file();
  }

  @Override
  public ThemeStore themes() {
    return parts.themes();
  }

  @Override
  public PlanStore plans() {
    return parts.plans();
  }

  @Override
  public DraftStore drafts() {
    return parts.drafts();
  }

  @Override
  public ReviewStore review() {
    return parts.review();
  }

  @Override
  public FactStore facts() {
    return parts.facts();
  }

  @Override
  public AddressStore addresses() {
    return parts.addresses();
  }

  @Override
  public IncidentStore incidents() {
    return parts.incidents();
  }

  @Override
  public DirectoryStore directory() {
    return parts.directory();
  }

  @Override
  public RosterStore roster() {
    return parts.roster();
  }

  @Override
  public LayerStore layers() {
    return parts.layers();
  }

  @Override
  public RowCheck rows() {
    return parts.rows();
  }

  @Override
  public StoreCondition condition() {
    return guard.condition();
  }

  @Override
  public void requireReopenable() {
    guard.requireReopenable();
  }

  @Override
  public <R> R transaction(Function<Store, R> work) {
    return pools.write(
        handle -> {
          BoundSessions bound = new BoundSessions(handle, failures);
          try {
            return work.apply(new BoundStore(description, bound, dialect));
          } finally {
            bound.end();
          }
        });
  }

  /** Connections that are lent out at the moment; 0 when nobody reads or writes. */
  public int activeConnections() {
    return pools.activeConnections();
  }

  @Override
  public void close() {
    pools.close();
  }
}
