package org.gridwright.api.http.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the beginning of a body before anybody is called to read it, without a thread that waits:
 * a body of usual size is there as a whole by then, so that clients that send slowly keep nobody.
 * Bytes are copied, because each chunk of the connection holds on to a whole buffer, also one of a
 * single byte. Thread-safe.
 */
final class GatheredBodies implements EagerContentHandler.ContentLoaderFactory {

  /** What is larger is read by whoever it is for, while it arrives. */
  static final int MOST_BYTES = 256 << 10;

  @Override
  public @Nullable String getApplicableMimeType() {
    return null;
  }

  @Override
  public EagerContentHandler.ContentLoader newContentLoader(
      @Nullable String contentType,
      @Nullable String mimeType,
      Handler next,
      Request request,
      Response response,
      Callback callback) {
    return new Gathering(next, request, response, callback);
  }

  /** Calls whoever the request is for. */
  @FunctionalInterface
  private interface Calling {
    void call(boolean whole);
  }

  private static final class Gathering extends EagerContentHandler.ContentLoader {

    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    Gathering(Handler next, Request request, Response response, Callback callback) {
      super(next, request, response, callback);
    }

    @Override
    protected void load() {
      gather(this::call);
    }

    /** In a thread of its own: while it runs, Jetty tells nobody that more has arrived. */
    private void callElsewhere(boolean whole) {
      getRequest().getContext().execute(() -> call(whole));
    }

    private void call(boolean whole) {
      handle(new Begun(getRequest(), gathered.toByteArray(), whole), getResponse(), getCallback());
    }

    private void gather(Calling next) {
      while (true) {
        Content.Chunk chunk = getRequest().read();
        if (chunk == null) {
          getRequest().demand(() -> gather(this::callElsewhere));
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          Response.writeError(getRequest(), getResponse(), getCallback(), told(chunk.getFailure()));
          return;
        }
        gathered.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        boolean last = chunk.isLast();
        chunk.release();
        if (last || gathered.size() >= MOST_BYTES) {
          next.call(last);
          return;
        }
      }
    }

    /** A body that stands still is too slow, and no fault of the server. */
    private static Throwable told(Throwable failure) {
      return failure instanceof TimeoutException
          ? new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408)
          : failure;
    }
  }

  /** A request whose body begins with bytes that are there. */
  private static final class Begun extends Request.Wrapper {

    private Content.@Nullable Chunk first;
    private final boolean whole;

    Begun(Request request, byte[] beginning, boolean whole) {
      super(request);
      this.first = Content.Chunk.from(ByteBuffer.wrap(beginning), whole);
      this.whole = whole;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk next = first;
      if (next != null) {
        first = null;
        return next;
      }
      return whole ? Content.Chunk.EOF : super.read();
    }

    @Override
    public void demand(Runnable onContent) {
      if (first != null || whole) {
        getContext().execute(onContent);
      } else {
        super.demand(onContent);
      }
    }
  }
}
