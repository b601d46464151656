package org.gridwright.api.http.drafts;

import io.javalin.http.Context;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.store.DraftStore.About;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/drafts}.
 *
 * @param theme null for the first theme
 * @param plan published plan to begin with; null for the latest
 * @param copyOf draft to copy; null for none
 */
record DraftRequest(
    @Nullable String theme, @Nullable Long plan, @Nullable Long copyOf, About about) {

  /** Greatest length of a name. */
  static final int MAX_NAME = 200;

  /** Greatest length of a description, or of a reason. */
  static final int MAX_TEXT = 2000;

  private static final int MAX_THEME = 64;

  static DraftRequest parse(Context ctx) {
    Members body = Members.of(Bodies.object(ctx));
    DraftRequest request =
        new DraftRequest(
            body.optionalText("theme", MAX_THEME).orElse(null),
            body.optionalId("plan").orElse(null),
            body.optionalId("copyOf").orElse(null),
            new About(
                body.optionalText("name", MAX_NAME).orElse(""),
                body.optionalLines("description", MAX_TEXT).orElse(""),
                Author.of(ctx)));
    body.nothingElse();
    if (request.plan != null && request.copyOf != null) {
      throw ProblemException.badBody("copyOf", ApiMessages.of("http.draft-plan-and-copy"));
    }
    return request;
  }
}
