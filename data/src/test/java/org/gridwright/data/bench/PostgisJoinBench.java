package org.gridwright.data.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.data.store.postgis.TestPostgis;
import org.locationtech.jts.io.WKBWriter;

/**
 * The same points in the same grids, by the packed locator and by a join on {@code ST_Intersects}
 * with GiST indexes on both sides, serial and warm, in one run. Prints both rates and their ratio.
 *
 * <p>Arguments: grids, points. Both sides run five times; the medians count.
 */
public final class PostgisJoinBench {

  private static final int ROUNDS = 5;

  private PostgisJoinBench() {}

  public static void main(String[] arguments) throws SQLException {
    int grids = Integer.parseInt(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    Plan plan = RandomPartitions.city(grids, 1);
    int[] x = new int[count];
    int[] y = new int[count];
    Random random = new Random(1);
    LatticeEnvelope box = plan.envelope();
    for (int i = 0; i < count; i++) {
      x[i] = box.minX() + random.nextInt(box.maxX() - box.minX());
      y[i] = box.minY() + random.nextInt(box.maxY() - box.minY());
    }
    double packed = packedSeconds(PackedLocator.of(plan), x, y);
    double postgis;
    try (Connection connection = DriverManager.getConnection(TestPostgis.newAddress())) {
      load(connection, plan, x, y);
      postgis = joinSeconds(connection);
    }
    System.out.printf(
        "%d grids, %d points: packed %.1f M/s, PostGIS %.3f M/s, ratio %.0f%n",
        grids, count, count / packed / 1e6, count / postgis / 1e6, postgis / packed);
    System.exit(0);
  }

  private static double packedSeconds(PackedLocator locator, int[] x, int[] y) {
    int[] owner = new int[x.length];
    double[] seconds = new double[ROUNDS];
    for (int round = -40; round < ROUNDS; round++) {
      long start = System.nanoTime();
      locator.owners(x, y, 0, x.length, owner);
      if (round >= 0) {
        seconds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    return median(seconds);
  }

  private static void load(Connection connection, Plan plan, int[] x, int[] y) throws SQLException {
    execute(connection, "CREATE TABLE zone (id int, geom geometry(MultiPolygon, 4326))");
    execute(connection, "CREATE TABLE point (id int, geom geometry(Point, 4326))");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO zone VALUES (?, ST_GeomFromWKB(?, 4326))")) {
      for (int i = 0; i < plan.grids().size(); i++) {
        insert.setInt(1, i + 1);
        insert.setBytes(
            2, new WKBWriter().write(LatticeJts.toDegrees(plan.grids().get(i).drawnArea())));
        insert.addBatch();
        if (i % 1000 == 999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO point VALUES (?, ST_SetSRID(ST_MakePoint(?, ?), 4326))")) {
      for (int i = 0; i < x.length; i++) {
        LatticePoint point = new LatticePoint(x[i], y[i]);
        insert.setInt(1, i);
        insert.setDouble(2, point.lon());
        insert.setDouble(3, point.lat());
        insert.addBatch();
        if (i % 1000 == 999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    execute(connection, "CREATE INDEX ON zone USING gist (geom)");
    execute(connection, "CREATE INDEX ON point USING gist (geom)");
    execute(connection, "VACUUM ANALYZE zone");
    execute(connection, "VACUUM ANALYZE point");
    execute(connection, "SET max_parallel_workers_per_gather = 0");
    execute(connection, "SET jit = off");
  }

  private static double joinSeconds(Connection connection) throws SQLException {
    double[] seconds = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      long start = System.nanoTime();
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT count(*), sum(z.id) FROM point p JOIN zone z"
                      + " ON ST_Intersects(z.geom, p.geom)")) {
        rows.next();
      }
      if (round >= 0) {
        seconds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    return median(seconds);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
