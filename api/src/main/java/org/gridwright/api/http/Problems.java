package org.gridwright.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.FullDevice;
import org.gridwright.data.layer.LayerException;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into {@code application/problem+json}. */
public final class Problems implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int RETRY_SECONDS = 5;

  @Override
  public void register(RoutesConfig routes) {
    routes.exception(ProblemException.class, Problems::answer);
    routes.exception(StoreException.class, Problems::answer);
    routes.exception(
        LayerException.class,
        (refusal, ctx) -> send(ctx, 400, "bad-parameter", null, refusal.told()));
    routes.exception(HttpResponseException.class, Problems::answer);
    routes.exception(EofException.class, (gone, ctx) -> clientWentAway(ctx));
    routes.exception(EOFException.class, (gone, ctx) -> clientWentAway(ctx));
    routes.exception(Exception.class, Problems::answerUnexpected);
  }

  private static void answer(ProblemException problem, Context ctx) {
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> ctx.header("Retry-After", String.valueOf(seconds)));
    send(
        ctx,
        problem.status(),
        problem.code(),
        problem.parameter(),
        problem.detail(Languages.of(ctx)),
        problem.details());
  }

  private static void answer(StoreException failure, Context ctx) {
    switch (failure.reason()) {
      case NOT_FOUND -> send(ctx, 404, "not-found", null, failure.told());
      case CONFLICT -> send(ctx, 409, "conflict", null, failure.told());
      case UNAVAILABLE, LOCKED -> unavailable(ctx, "store-unavailable", failure);
      case CHANGED -> unavailable(ctx, "store-changed", failure);
      case FULL -> unavailable(ctx, "store-full", failure);
      case READ_ONLY -> send(ctx, 503, "store-read-only", null, failure.told());
      case UNREADABLE -> {
        LOG.warn("Store failed during {} {}", ctx.method(), ctx.path(), failure);
        unavailable(ctx, "store-unavailable", failure);
      }
    }
  }

  private static void unavailable(Context ctx, String code, StoreException failure) {
    LOG.debug("Store failed during {} {}", ctx.method(), ctx.path(), failure);
    LOG.warn("{} {}: {}", ctx.method(), ctx.path(), failure.getMessage());
    ctx.header("Retry-After", String.valueOf(RETRY_SECONDS));
    send(ctx, 503, code, null, failure.told());
  }

  private static void answer(HttpResponseException refusal, Context ctx) {
    int status = refusal.getStatus();
    switch (status) {
      case 404 -> send(ctx, 404, "not-found", null, ApiMessages.of("http.no-path", ctx.path()));
      case 405 -> {
        String allowed = refusal.getDetails().getOrDefault("availableMethods", "");
        ctx.header("Allow", allowed);
        send(
            ctx,
            405,
            "method-not-allowed",
            null,
            ApiMessages.of("http.method-not-allowed", ctx.method().name(), ctx.path(), allowed));
      }
      case 413 -> answer(ProblemException.tooLarge(Bodies.LIMIT_BYTES), ctx);
      default -> {
        if (status >= 500) {
          answerUnexpected(refusal, ctx);
        } else {
          send(ctx, status, "bad-body", null, ApiMessages.of("http.bad-request"));
        }
      }
    }
  }

  private static void answerUnexpected(Exception failure, Context ctx) {
    if (failure instanceof IOException && ctx.res().isCommitted()) {
      clientWentAway(ctx);
      return;
    }
    if (failure instanceof IOException broken && ProblemException.isSlow(broken)) {
      answer(ProblemException.slowBody(), ctx);
      return;
    }
    if (FullDevice.is(failure) && !ctx.res().isCommitted()) {
      LOG.warn("{} {}: {}", ctx.method(), ctx.path(), failure.getMessage());
      answer(ProblemException.noRoom(), ctx);
      return;
    }
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    if (ctx.res().isCommitted()) {
      throw new IllegalStateException("the answer was already on its way", failure);
    }
    send(ctx, 500, "internal", null, ApiMessages.of("http.internal"));
  }

  /** Logs what no request should survive, such as a lack of memory, and answers without a body. */
  public static void answerFatal(HttpServletResponse response, Error failure) {
    LOG.error("A request failed", failure);
    if (!response.isCommitted()) {
      response.setStatus(500);
    }
  }

  private static void clientWentAway(Context ctx) {
    LOG.debug("{} {}: the client went away", ctx.method(), ctx.path());
  }

  private static void send(
      Context ctx, int status, String code, @Nullable String parameter, Message told) {
    send(
        ctx,
        status,
        code,
        parameter,
        told.abridged(Problem.MOST_REPEATED).in(Languages.of(ctx)),
        Map.of());
  }

  private static void send(
      Context ctx,
      int status,
      String code,
      @Nullable String parameter,
      String detail,
      Map<String, Object> details) {
    if (ctx.res().isCommitted()) {
      LOG.warn("{} {} broke off: {}", ctx.method(), ctx.path(), detail);
      throw new IllegalStateException("the answer was already on its way");
    }
    Problem problem = Problem.of(status, code, parameter, detail, details);
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.removeHeader("ETag");
    ctx.json(problem).contentType(Problem.CONTENT_TYPE);
  }
}
