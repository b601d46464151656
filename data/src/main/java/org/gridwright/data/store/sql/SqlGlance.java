package org.gridwright.data.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.StoreGlance;
import org.jspecify.annotations.Nullable;

/**
 * A glance over a connection alone: pools and the mapping library take longer to start than the
 * answer takes.
 */
public final class SqlGlance implements StoreGlance {

  private static final String IN_FORCE =
      "SELECT p.id, p.theme, d.digest FROM plan p LEFT JOIN plan_digest d ON d.plan = p.id"
          + " WHERE p.theme = coalesce(?, (SELECT min(id) FROM theme HAVING count(*) = 1))"
          + " AND p.revision > 0 AND p.effective_from <= ? AND %s"
          + " ORDER BY p.effective_from DESC, p.revision DESC LIMIT 1";

  private static final String OFFICERS =
      RosterRows.SELECT
          + "a.theme = ? AND a.grid_code = ? AND "
          + RosterRows.HOLDS.formatted("a").replace(":day", "?")
          + " ORDER BY a.role, a.officer";

  private final Path file;
  private final Connection connection;
  private final Dialect dialect;

  /** Takes the connection over and closes it. */
  public SqlGlance(Path file, Connection connection, Dialect dialect) {
    this.file = file;
    this.connection = connection;
    this.dialect = dialect;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public Optional<Known> inForce(@Nullable String theme, LocalDate day) {
    String sql = IN_FORCE.formatted(dialect.readableDay("p.effective_from"));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, theme);
      query.setString(2, day.toString());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Known(
                    row.getLong("id"),
                    row.getString("theme"),
                    Optional.ofNullable(row.getString("digest"))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public List<RosterEntry> officers(String theme, String gridCode, LocalDate day) {
    try (PreparedStatement query = connection.prepareStatement(OFFICERS)) {
      query.setString(1, theme);
      query.setString(2, gridCode);
      query.setString(3, day.toString());
      query.setString(4, day.toString());
      List<RosterEntry> officers = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entry(row).ifPresent(officers::add);
        }
      }
      return officers;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** As {@link SoundRows}: a row that cannot be read is none. */
  private static Optional<RosterEntry> entry(ResultSet row) {
    try {
      return Optional.of(RosterRows.entry(row));
    } catch (SQLException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private StoreException failed(SQLException e) {
    return new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.absent", file), e);
  }
}
