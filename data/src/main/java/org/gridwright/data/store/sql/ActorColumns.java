package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.gridwright.data.model.Actor;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns that say who did something: the name, the account where there is one, the kind. */
final class ActorColumns {

  /** Their names, for inserting and selecting. */
  static final String NAMES = "author, author_id, author_kind";

  /** What {@link #bind} fills. */
  static final String VALUES = ":author, :authorId, :authorKind";

  private ActorColumns() {}

  static <S extends SqlStatement<S>> S bind(S statement, Actor actor) {
    return statement
        .bind("author", actor.name())
        .bind("authorId", actor.id())
        .bind("authorKind", actor.kind().id());
  }

  static Actor actor(ResultSet row) throws SQLException {
    return new Actor(
        row.getString("author_id"),
        row.getString("author"),
        Actor.Kind.of(row.getString("author_kind")));
  }
}
