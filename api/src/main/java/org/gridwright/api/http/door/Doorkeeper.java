package org.gridwright.api.http.door;

import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;

/**
 * Refuses requests that are not meant for this server, that another page asks for, or whose head
 * makes no sense, and gives every answer its headers. Thread-safe.
 *
 * <p>Browsers say where a request comes from: {@code Sec-Fetch-Site} (Fetch Metadata), and {@code
 * Origin} with every change. Programs say neither and pass.
 */
public final class Doorkeeper extends Handler.Wrapper {

  /** More parts than any address of this server has. */
  private static final int MOST_PARTS = 64;

  /** A percent sign with anything but two hexadecimal digits. */
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Doors doors;
  private final SecurityHeaders headers;
  private final OpenServices open;

  public Doorkeeper(Doors doors, SecurityHeaders headers) {
    this.doors = doors;
    this.headers = headers;
    this.open = new OpenServices(doors);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers.addTo(response.getHeaders());
    try {
      requireHost(request);
      requireReadableHead(request);
      if (open.answer(request, response, callback)) {
        return true;
      }
      requireSameSite(request);
    } catch (ProblemException refused) {
      UnreadableRequests.refuse(refused, request, response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** A page whose host name was bound to this address would read everything otherwise. */
  private void requireHost(Request request) {
    String named = request.getHeaders().get(HttpHeader.HOST);
    if (named != null && Doors.hostOf(named).filter(doors::opensFor).isEmpty()) {
      throw ProblemException.forbidden(ApiMessages.of("http.foreign-host", named));
    }
  }

  private static void requireReadableHead(Request request) {
    String path = request.getHttpURI().getPath();
    if (path != null && path.chars().filter(c -> c == '/').count() > MOST_PARTS) {
      throw ProblemException.notFound(ApiMessages.of("http.no-path", path));
    }
    if (path != null && BROKEN_ESCAPE.matcher(path).find()) {
      throw ProblemException.badBody(null, ApiMessages.of("http.bad-request"));
    }
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null && !hasKnownCharset(type)) {
      throw ProblemException.unknownCharset(type);
    }
  }

  private static boolean hasKnownCharset(String type) {
    try {
      String charset = MimeTypes.getCharsetFromContentType(type);
      return charset == null || Charset.isSupported(charset);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** A change, or a question with a body, that a page of another origin would ask for. */
  private static void requireSameSite(Request request) {
    if (READING.contains(request.getMethod())) {
      return;
    }
    HttpFields head = request.getHeaders();
    String site = head.get("Sec-Fetch-Site");
    String origin = head.get(HttpHeader.ORIGIN);
    boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
    boolean ownOrigin = origin == null || origin.endsWith("://" + head.get(HttpHeader.HOST));
    if (!ownSite || !ownOrigin) {
      throw ProblemException.forbidden(
          ApiMessages.of("http.cross-site", origin == null ? site : origin));
    }
  }
}
