package org.gridwright.data.store.postgis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of this JVM in a temporary folder, on a free port of the loopback address,
 * with a database {@code gridwright} that has PostGIS. PostgreSQL refuses to run as root, so that
 * root becomes the user {@code postgres} for it.
 */
final class PrivateServer {

  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final long START_MILLIS = 30_000;
  private static @Nullable PrivateServer running;

  private final Path folder;
  private final Path bin;
  private Process process;
  private final int port;
  private final String password;

  private PrivateServer(Path folder, Path bin, Process process, int port, String password) {
    this.folder = folder;
    this.bin = bin;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /** The folder of the newest installed server's programs. */
  static Optional<Path> installation() {
    if (!Files.isDirectory(INSTALLATIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized PrivateServer running() {
    if (running == null) {
      try {
        running = start(installation().orElseThrow());
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the private PostgreSQL server did not start", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return running;
  }

  int port() {
    return port;
  }

  String password() {
    return password;
  }

  private static PrivateServer start(Path bin)
      throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("gridwright-pg-");
    String password = UUID.randomUUID().toString();
    Path passwordFile = Files.writeString(folder.resolve("password"), password);
    if (isRoot()) {
      var postgres =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
      Files.setOwner(folder, postgres);
      Files.setOwner(passwordFile, postgres);
    }
    Path cluster = folder.resolve("cluster");
    run(
        folder,
        bin.resolve("initdb").toString(),
        "--pgdata=" + cluster,
        "--username=postgres",
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    int port = freePort();
    PrivateServer server = new PrivateServer(folder, bin, serve(folder, bin, port), port, password);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.createDatabase();
    return server;
  }

  private static Process serve(Path folder, Path bin, int port) throws IOException {
    return command(
            folder,
            bin.resolve("postgres").toString(),
            "-D",
            folder.resolve("cluster").toString(),
            "-p",
            String.valueOf(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off")
        .start();
  }

  /** Stops all its processes where they are (SIGSTOP), until {@link #resume}. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** The server first, so that it starts no more of its sessions. */
  private void signal(String name) throws IOException, InterruptedException {
    List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
    kill.add(String.valueOf(process.pid()));
    new ProcessBuilder(kill).start().waitFor();
    List<String> sessions = process.descendants().map(each -> String.valueOf(each.pid())).toList();
    kill.remove(2);
    kill.addAll(sessions);
    new ProcessBuilder(kill).start().waitFor();
  }

  /** Ends its sessions and itself, and starts anew. */
  void restart() throws IOException, InterruptedException, SQLException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    process.waitFor();
    process = serve(folder, bin, port);
    await("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password)
        .close();
  }

  private void createDatabase() throws SQLException, InterruptedException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/%s?user=postgres&password=" + password;
    try (Connection connection = await(url.formatted("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE gridwright");
    }
    try (Connection connection = DriverManager.getConnection(url.formatted("gridwright"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
    }
  }

  private Connection await(String url) throws SQLException, InterruptedException {
    long end = System.currentTimeMillis() + START_MILLIS;
    while (true) {
      try {
        return DriverManager.getConnection(url);
      } catch (SQLException e) {
        if (System.currentTimeMillis() > end || process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }

  /** Interrupts the server, which then ends its sessions and itself, and removes the folder. */
  private void stop() {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    int exit = command(folder, command).start().waitFor();
    if (exit != 0) {
      throw new IOException(
          String.join(" ", command) + ": " + Files.readString(folder.resolve("log")));
    }
  }

  private static ProcessBuilder command(Path folder, String... command) {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
    }
    all.addAll(List.of(command));
    return new ProcessBuilder(all)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
