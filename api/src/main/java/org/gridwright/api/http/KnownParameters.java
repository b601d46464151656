package org.gridwright.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.NearestWords;

/**
 * The query parameters that an endpoint takes. Each endpoint of {@code /api/v1} says them where it
 * is registered; any other one is refused, and a mistyped filter so never answers with everything.
 *
 * @param names in the order in which they are told
 */
public record KnownParameters(List<String> names) {

  /** No parameters at all. */
  public static final KnownParameters NONE = new KnownParameters(List.of());

  private static final int MAX_TOLD = 60;

  public KnownParameters {
    names = List.copyOf(names);
  }

  public static KnownParameters of(String... names) {
    return new KnownParameters(Arrays.asList(names));
  }

  /** These and others. */
  public KnownParameters and(KnownParameters others) {
    return new KnownParameters(
        Stream.concat(names.stream(), others.names.stream()).distinct().toList());
  }

  /** The handler of an endpoint that takes these parameters. */
  public Handler then(Handler handler) {
    return then(ctx -> this, handler);
  }

  /**
   * The handler of an endpoint that takes these parameters, though not all of them at each of its
   * paths.
   *
   * @param ofPath which of them at a request's path; may throw where there is no such path
   */
  public Handler then(Function<Context, KnownParameters> ofPath, Handler handler) {
    return new Endpoint(this, ofPath, handler);
  }

  /**
   * A handler that is only asked where all parameters of the request are known.
   *
   * @param known those of all its paths
   */
  public record Endpoint(
      KnownParameters known, Function<Context, KnownParameters> ofPath, Handler handler)
      implements Handler {

    @Override
    public void handle(Context ctx) throws Exception {
      ofPath.apply(ctx).check(ctx);
      handler.handle(ctx);
    }
  }

  private void check(Context ctx) {
    List<String> unknown = new ArrayList<>(ctx.queryParamMap().keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw ProblemException.badParameter(unknown.get(0), told(unknown.get(0)));
    }
  }

  private Message told(String unknown) {
    String shown = unknown.length() > MAX_TOLD ? unknown.substring(0, MAX_TOLD) + "…" : unknown;
    if (names.isEmpty()) {
      return ApiMessages.of("http.parameter-none", shown);
    }
    String all = String.join(", ", names);
    return NearestWords.nearest(shown, names)
        .map(nearest -> ApiMessages.of("http.parameter-unknown-near", shown, nearest, all))
        .orElseGet(() -> ApiMessages.of("http.parameter-unknown", shown, all));
  }
}
