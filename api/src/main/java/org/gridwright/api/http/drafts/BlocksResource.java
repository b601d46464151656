package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.FeatureCollection;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.data.draft.DraftChoices;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.locationtech.jts.geom.Coordinate;

/** The blocks of a draft's grids between lines, to choose from. */
public final class BlocksResource implements Resource {

  private static final int MOST_UNITS = 500;
  private static final int MAX_CODE = 128;

  private final DraftAccess drafts;
  private final DraftChoices choices;

  public BlocksResource(DraftDesk desk, DraftChoices choices, PlanLookup plans) {
    this.drafts = new DraftAccess(desk, plans);
    this.choices = choices;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/blocks", KnownParameters.NONE.then(this::blocks));
  }

  /**
   * @param version of the draft that they were found in
   */
  record BlocksAnswer(long version, FeatureCollection blocks) {}

  private void blocks(Context ctx) {
    DraftState draft = drafts.open(ctx);
    Members body = Members.of(Bodies.object(ctx));
    List<String> units = body.texts("units", 1, MOST_UNITS, MAX_CODE);
    List<LatticeLine> lines = body.lines("lines");
    body.nothingElse();
    List<FeatureCollection.Item> items = new ArrayList<>();
    for (String unit : units) {
      List<LatticeMultiPolygon> blocks =
          drafts.change(draft.info().id(), () -> choices.blocks(draft, unit, lines));
      for (int i = 0; i < blocks.size(); i++) {
        items.add(item(unit, i + 1, blocks.get(i)));
      }
    }
    ctx.json(new BlocksAnswer(draft.version(), FeatureCollection.of(items)));
  }

  /** A block with a place in it, by which an edit names it. */
  private static FeatureCollection.Item item(String unit, int number, LatticeMultiPolygon block) {
    Coordinate middle = LatticeJts.toDegrees(block).getInteriorPoint().getCoordinate();
    return new FeatureCollection.Item(
        "Feature",
        unit + "/" + number,
        Map.of("unit", unit, "at", List.of(middle.x, middle.y)),
        block);
  }
}
