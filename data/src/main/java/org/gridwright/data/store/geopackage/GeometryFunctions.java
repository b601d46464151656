package org.gridwright.data.store.geopackage;

import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * The SQL functions that the triggers of the rtree extension call (GeoPackage annex F.3): {@code
 * ST_MinX}, {@code ST_MaxX}, {@code ST_MinY}, {@code ST_MaxY} and {@code ST_IsEmpty}.
 */
final class GeometryFunctions {

  private static final String[] BOUNDS = {"ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"};

  private GeometryFunctions() {}

  static void register(SQLiteConnection connection) throws SQLException {
    for (int i = 0; i < BOUNDS.length; i++) {
      Function.create(connection, BOUNDS[i], new Bound(i), 1, Function.FLAG_DETERMINISTIC);
    }
    Function.create(connection, "ST_IsEmpty", new IsEmpty(), 1, Function.FLAG_DETERMINISTIC);
  }

  private static final class Bound extends Function {

    private final int which;

    Bound(int which) {
      this.which = which;
    }

    @Override
    protected void xFunc() throws SQLException {
      double bound = GeometryBlob.bound(value_blob(0), which);
      if (Double.isNaN(bound)) {
        result();
      } else {
        result(bound);
      }
    }
  }

  private static final class IsEmpty extends Function {

    @Override
    protected void xFunc() throws SQLException {
      byte[] blob = value_blob(0);
      if (blob == null) {
        result();
      } else {
        result(Double.isNaN(GeometryBlob.bound(blob, 0)) ? 1 : 0);
      }
    }
  }
}
