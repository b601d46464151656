package org.gridwright.api.http.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gridwright.api.http.ProblemException;

/**
 * Bounds how many bodies of one client are under way, from their first byte to the end of their
 * answer, so that nobody takes the places of all others. Look-ups are not counted. Thread-safe.
 */
final class BodiesPerClient extends Handler.Wrapper {

  /** For one address: more than the browsers of a team behind it send at a time. */
  static final int MOST = 16;

  /** For all addresses together; of each body up to 256 KiB lies in memory before it is read. */
  static final int MOST_TOGETHER = 128;

  /** Of a request: how many bodies its client had under way when it came. */
  private static final String BEFORE = BodiesPerClient.class.getName();

  private final ForwardedClients clients;
  private final Predicate<Request> counted;
  private final Function<SocketAddress, Optional<InetAddress>> addresses;
  private final BodyShares shares = new BodyShares(MOST, MOST_TOGETHER);

  /**
   * @param counted which requests are
   * @param addresses the address behind that of a connection; none for those of the machine itself
   */
  BodiesPerClient(
      ForwardedClients clients,
      Predicate<Request> counted,
      Function<SocketAddress, Optional<InetAddress>> addresses) {
    this.clients = clients;
    this.counted = counted;
    this.addresses = addresses;
  }

  /** The address of a connection over IP. */
  static Optional<InetAddress> address(SocketAddress remote) {
    return remote instanceof InetSocketAddress ip
        ? Optional.ofNullable(ip.getAddress())
        : Optional.empty();
  }

  /** The fewer its client has under way, the sooner a request is worked on. */
  static int priority(Request request) {
    return request.getAttribute(BEFORE) instanceof Integer before ? -before : 0;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> client = counted.test(request) ? limited(request) : Optional.empty();
    if (client.isPresent()) {
      int before = shares.held(client.get());
      BodyShares.Admission admission = shares.take(client.get());
      if (admission != BodyShares.Admission.TAKEN) {
        UnreadableRequests.refuse(refusal(admission), request, response, callback);
        return true;
      }
      request.setAttribute(BEFORE, before);
      Request.addCompletionListener(request, failure -> shares.giveBack(client.get()));
    }
    return super.handle(request, response, callback);
  }

  private Optional<String> limited(Request request) {
    return addresses
        .apply(request.getConnectionMetaData().getRemoteSocketAddress())
        .flatMap(from -> clients.limited(from, request.getHeaders()));
  }

  private static ProblemException refusal(BodyShares.Admission admission) {
    return admission == BodyShares.Admission.CLIENT_FULL
        ? ProblemException.manyOfOneClient(MOST)
        : ProblemException.manyBodies();
  }
}
