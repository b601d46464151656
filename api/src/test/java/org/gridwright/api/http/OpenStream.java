package org.gridwright.api.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request to {@code POST /api/v1/locate} that is answered row by row while it is being sent. */
public final class OpenStream implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader answer;

  private OpenStream(Socket socket) throws IOException {
    this.socket = socket;
    this.answer =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Begins a request to a server on the loopback interface. */
  public static OpenStream to(int port) throws IOException {
    OpenStream stream = new OpenStream(new Socket(InetAddress.getLoopbackAddress(), port));
    stream.send(
        "POST /api/v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n");
    return stream;
  }

  /** Sends a point near (10° E, 50° N) and waits for its row of the answer. */
  public String ask(int id) throws IOException {
    String row = "{\"id\":" + id + ",\"lon\":10.0005,\"lat\":50.0015}\n";
    send(Integer.toHexString(row.length()) + "\r\n" + row + "\r\n");
    String line = answer.readLine();
    while (line != null && !line.startsWith("{\"id\":" + id)) {
      line = answer.readLine();
    }
    return String.valueOf(line);
  }

  /** Ends the request; gives the last line of the answer, which is {@code 0} for a whole one. */
  public String finish() throws IOException {
    send("0\r\n\r\n");
    String last = "";
    for (String line = answer.readLine(); line != null; line = answer.readLine()) {
      last = line.isEmpty() ? last : line;
      if (line.equals("0")) {
        break;
      }
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
