package org.gridwright.api.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per finished request: method, path, status, bytes sent, milliseconds. The query is left
 * out: it holds places and search texts, which are nobody's business later.
 */
public final class AccessLog implements RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger("access");

  @Override
  public void log(Request request, Response response) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "{} {} {} {} B {} ms",
          request.getMethod(),
          printable(request.getHttpURI().getPath()),
          response.getStatus(),
          Response.getContentBytesWritten(response),
          (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000);
    }
  }

  /** Keeps a request from writing lines of its own into the log. */
  private static String printable(String path) {
    return path == null ? "-" : path.replaceAll("\\p{Cntrl}", "?");
  }
}
