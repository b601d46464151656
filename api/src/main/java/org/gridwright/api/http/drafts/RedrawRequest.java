package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.divide.GroundShape;
import org.gridwright.core.divide.TessellateOptions.CellForm;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.redraw.BalanceBy;
import org.gridwright.data.redraw.RedrawOrder;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /api/v1/drafts/{id}/redraws}.
 *
 * @param apply whether to store the proposal
 * @param json the whole request, for the history
 */
record RedrawRequest(String method, RedrawOrder order, boolean apply, String reason, String json) {

  /** As many grids may be cut, joined or made by one request. */
  static final int MOST_GRIDS = 10_000;

  private static final int MAX_CODE = 128;
  private static final double TOLERANCE = 0.1;
  private static final List<String> METHODS =
      List.of("divide", "consolidate", "squares", "hexagons");

  static RedrawRequest parse(JsonNode body, Plan plan) {
    Members members = Members.of(body);
    String method =
        members.optionalWord("method", METHODS).orElseThrow(() -> members.missing("method"));
    RedrawOrder order =
        switch (method) {
          case "divide" -> cut(members, plan);
          case "consolidate" -> join(members, plan);
          default -> lay(members, method.equals("squares") ? CellForm.SQUARE : CellForm.HEXAGON);
        };
    RedrawRequest request =
        new RedrawRequest(
            method,
            order,
            members.flag("apply"),
            members.optionalLines("reason", DraftRequest.MAX_TEXT).orElse(""),
            Json.MAPPER.writeValueAsString(body));
    members.nothingElse();
    return request;
  }

  RevisionNote note(Actor author) {
    return new RevisionNote(method, json, author, reason);
  }

  private static RedrawOrder cut(Members members, Plan plan) {
    Theme theme = plan.theme();
    int grids = theme.gridLevel().depth();
    int community = Math.max(0, grids - 1);
    int depth = members.has("parent") ? community : level(members, theme).orElse(grids);
    List<String> units = units(members, plan, depth);
    int into = into(members);
    List<LatticeLine> lines = members.lines("lines");
    return new RedrawOrder.Cut(
        depth, units, into, balance(members), tolerance(members), seed(members), lines);
  }

  private static RedrawOrder join(Members members, Plan plan) {
    List<String> grids = units(members, plan, plan.theme().gridLevel().depth());
    if (grids.size() > MOST_GRIDS) {
      throw tooMuch("units");
    }
    return new RedrawOrder.Join(
        grids, into(members), balance(members), tolerance(members), seed(members));
  }

  private static RedrawOrder lay(Members members, CellForm cells) {
    LatticeMultiPolygon area = members.area("area");
    double metres =
        members.optionalNumber("cellMetres", 0).orElseThrow(() -> members.missing("cellMetres"));
    if (GroundShape.of(area).squareMetres() / (metres * metres) > MOST_GRIDS) {
      throw tooMuch("cellMetres");
    }
    return new RedrawOrder.Lay(
        area, cells, metres, members.optionalText("parent", MAX_CODE).orElse(null));
  }

  /** The units named, or those of a level below a parent. */
  private static List<String> units(Members members, Plan plan, int depth) {
    if (members.has("units") == members.has("parent")) {
      throw members.bad("units", ApiMessages.of("http.redraw-units-or-parent"));
    }
    if (members.has("units")) {
      return members.texts("units", 1, MOST_GRIDS, MAX_CODE);
    }
    int parentDepth =
        level(members, plan.theme()).orElse(Math.max(0, plan.theme().gridLevel().depth() - 1));
    return RedrawOrder.below(plan, parentDepth, members.text("parent", MAX_CODE), depth);
  }

  private static Optional<Integer> level(Members members, Theme theme) {
    return members
        .optionalWord("level", theme.levels().stream().map(Level::name).toList())
        .flatMap(theme::level)
        .map(Level::depth);
  }

  private static int into(Members members) {
    long into = members.optionalId("into").orElseThrow(() -> members.missing("into"));
    if (into > MOST_GRIDS) {
      throw tooMuch("into");
    }
    return (int) into;
  }

  private static BalanceBy balance(Members members) {
    return members
        .optionalWord("balance", Stream.of(BalanceBy.values()).map(BalanceBy::id).toList())
        .map(word -> BalanceBy.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(BalanceBy.ADDRESSES);
  }

  private static double tolerance(Members members) {
    return members.optionalNumber("tolerance", 0).orElse(TOLERANCE);
  }

  private static long seed(Members members) {
    return members.optionalId("seed").orElse(1L);
  }

  private static ProblemException tooMuch(String member) {
    return ProblemException.refused(member, ApiMessages.of("http.redraw-too-much", MOST_GRIDS))
        .with("reason", "redraw-too-much");
  }
}
