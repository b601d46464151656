package org.gridwright.api.http.door;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Bounds how many requests with bodies are worked on at a time, apart from all others: bodies that
 * are still arriving, or that take long to read, leave the threads of look-ups alone. More of them
 * wait, without a thread, and are answered with 503 after a while. One client has only so many of
 * them under way ({@link BodiesPerClient}).
 */
public final class BodiesInWork {

  private static final int MOST = 32;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private BodiesInWork() {}

  /**
   * Lets the bodies of a server's requests come in at a pace, gathered, and some at a time.
   *
   * @param streamed path of the requests that are answered while their bodies arrive: these are not
   *     gathered, and counted for themselves
   * @param doors with the proxies that are believed whose bodies they pass on
   */
  public static void guard(Server server, String streamed, Doors doors) {
    guard(server, streamed, doors, BodiesPerClient::address, System::nanoTime);
  }

  static void guard(
      Server server,
      String streamed,
      Doors doors,
      Function<SocketAddress, Optional<InetAddress>> addresses,
      LongSupplier nanos) {
    Predicate<Request> streams =
        request -> streamed.equals(request.getHttpURI().getCanonicalPath());
    Predicate<Request> bodies = BodiesInWork::hasBody;
    server.insertHandler(someOf(bodies.and(streams)));
    server.insertHandler(someOf(bodies.and(streams.negate())));
    EagerContentHandler gathering = new EagerContentHandler(new GatheredBodies());
    gathering.exclude(streams);
    server.insertHandler(gathering);
    server.insertHandler(new Paced(nanos));
    server.insertHandler(
        new BodiesPerClient(new ForwardedClients(doors.proxies()), bodies, addresses));
  }

  private static QoSHandler someOf(Predicate<Request> which) {
    QoSHandler some = new ByShare();
    some.include(which);
    some.setMaxRequestCount(MOST);
    some.setMaxSuspend(LONGEST_WAIT);
    return some;
  }

  private static boolean hasBody(Request request) {
    return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
  }

  /** Whoever has fewer bodies under way comes before those who have more. */
  private static final class ByShare extends QoSHandler {

    @Override
    protected int getPriority(Request request) {
      return BodiesPerClient.priority(request);
    }
  }

  private static final class Paced extends Handler.Wrapper {

    private final LongSupplier nanos;

    Paced(LongSupplier nanos) {
      this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Request paced = hasBody(request) ? new BodyPace(request, nanos) : request;
      return super.handle(paced, response, callback);
    }
  }
}
