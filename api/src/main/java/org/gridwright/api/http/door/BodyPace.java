package org.gridwright.api.http.door;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has to arrive at a pace: the time that the server has waited for it may be
 * half a minute, and a second more for each kilobyte that came. What the server itself takes, or a
 * client that reads its answer slowly meanwhile, does not count. For one reader.
 */
final class BodyPace extends Request.Wrapper {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final long BYTES_A_SECOND = 1_000;

  private final LongSupplier nanos;
  private final HttpFields head;
  private boolean waits;
  private long since;
  private long waited;
  private long arrived;

  BodyPace(Request request, LongSupplier nanos) {
    super(request);
    this.nanos = nanos;
    this.head = HttpFields.build(request.getHeaders()).remove(HttpHeader.EXPECT).asImmutable();
  }

  /**
   * Without {@code Expect}: the client is told to go on as soon as its body is asked for, and with
   * that header it would be asked for by a thread that waits.
   */
  @Override
  public HttpFields getHeaders() {
    return head;
  }

  @Override
  public Content.@Nullable Chunk read() {
    Content.Chunk chunk = super.read();
    long now = nanos.getAsLong();
    if (waits) {
      waited += now - since;
      waits = false;
    }
    if (chunk == null) {
      waits = true;
      since = now;
      return null;
    }
    arrived += chunk.remaining();
    if (!Content.Chunk.isFailure(chunk) && !chunk.isLast() && isTooSlow(waited, arrived)) {
      chunk.release();
      HttpException.RuntimeException slow =
          new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408);
      super.fail(slow);
      return Content.Chunk.from(slow, true);
    }
    return chunk;
  }

  /** Whether somebody has let the server wait for longer than so many bytes may take. */
  static boolean isTooSlow(long nanos, long bytes) {
    return nanos > GRACE.toNanos() + bytes * (1_000_000_000L / BYTES_A_SECOND);
  }
}
