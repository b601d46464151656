package org.gridwright.api.http.events;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;

/** Opens streams of events. */
public final class EventsResource implements Resource {

  /** Each stream is a connection; a client that opens more than this many has lost count. */
  public static final int MOST_STREAMS = 2000;

  private final Events events;
  private final String version;
  private final int most;

  /**
   * @param version the server's
   * @param most how many streams there may be at a time
   */
  public EventsResource(Events events, String version, int most) {
    this.events = events;
    this.version = version;
    this.most = most;
  }

  /** The first event: whoever sees it for a second time has missed some. */
  record Hello(String version) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/events", KnownParameters.NONE.then(this::open));
  }

  private void open(Context ctx) throws IOException {
    if (events.isClosed() || events.open() >= most) {
      throw ProblemException.busy();
    }
    HttpServletResponse response = ctx.res();
    response.setContentType("text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    AsyncContext async = ctx.req().startAsync();
    async.setTimeout(0);
    EventStream stream = new EventStream(response.getOutputStream());
    stream.send(Events.bytes("hello", new Hello(version)));
    ctx.future(stream::ended);
    response.getOutputStream().setWriteListener(stream);
    events.add(stream);
  }
}
