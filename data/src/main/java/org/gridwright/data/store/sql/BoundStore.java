package org.gridwright.data.store.sql;

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
import org.gridwright.data.store.ThemeStore;

/** The parts of a store over given sessions; a transaction inside it joins the running one. */
final class BoundStore implements Store {

  private final String description;
  private final ThemeStore themes;
  private final PlanStore plans;
  private final DraftStore drafts;
  private final ReviewStore review;
  private final FactStore facts;
  private final AddressStore addresses;
  private final IncidentStore incidents;
  private final DirectoryStore directory;
  private final RosterStore roster;
  private final LayerStore layers;
  private final RowCheck rowCheck;

  BoundStore(String description, Sessions sessions, Dialect dialect) {
    this.description = description;
    Rows rows = new Rows(dialect);
    this.themes = new SqlThemeStore(sessions, rows);
    this.plans = new SqlPlanStore(sessions, rows);
    this.drafts = new SqlDraftStore(sessions, rows);
    this.review = new SqlReviewStore(sessions, rows);
    this.facts = new SqlFactStore(sessions, rows);
    this.addresses = new SqlAddressStore(sessions, rows);
    this.incidents = new SqlIncidentStore(sessions, rows);
    this.directory = new SqlDirectoryStore(sessions, rows);
    this.roster = new SqlRosterStore(sessions, rows);
    this.layers = new SqlLayerStore(sessions, rows);
    this.rowCheck = new SqlRowCheck(sessions, rows);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public ThemeStore themes() {
    return themes;
  }

  @Override
  public PlanStore plans() {
    return plans;
  }

  @Override
  public DraftStore drafts() {
    return drafts;
  }

  @Override
  public ReviewStore review() {
    return review;
  }

  @Override
  public FactStore facts() {
    return facts;
  }

  @Override
  public AddressStore addresses() {
    return addresses;
  }

  @Override
  public IncidentStore incidents() {
    return incidents;
  }

  @Override
  public DirectoryStore directory() {
    return directory;
  }

  @Override
  public RosterStore roster() {
    return roster;
  }

  @Override
  public LayerStore layers() {
    return layers;
  }

  @Override
  public RowCheck rows() {
    return rowCheck;
  }

  @Override
  public <R> R transaction(Function<Store, R> work) {
    return work.apply(this);
  }

  /** Does nothing: whoever opened the store closes it. */
  @Override
  public void close() {}
}
