package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.edit.AddVertexEdit;
import org.gridwright.core.edit.BorderShape;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EvenBorderEdit;
import org.gridwright.core.edit.MoveVertexEdit;
import org.gridwright.core.edit.PullBorderEdit;
import org.gridwright.core.edit.ReshapeEdit;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.lattice.LatticePoint;

/** Reads the edits of borders from JSON. */
final class BorderEdits {

  /** Greatest radius and limit, in metres. */
  static final double MOST_METRES = 10_000;

  private BorderEdits() {}

  static Edit reshape(Members edit) {
    List<String> units = edit.texts("units", 2, 2, EditType.MAX_CODE);
    return new ReshapeEdit(units.get(0), units.get(1), edit.line("line"));
  }

  static Edit moveVertex(Members edit) {
    LatticePoint from = edit.position("from");
    LatticePoint to = edit.position("to");
    return edit.has("radiusMetres")
        ? new PullBorderEdit(from, to, metres(edit, "radiusMetres"))
        : new MoveVertexEdit(from, to);
  }

  static Edit addVertex(Members edit) {
    List<LatticePoint> edge = edit.edge("on");
    return new AddVertexEdit(edit.position("at"), edge.get(0), edge.get(1));
  }

  static Edit even(Members edit) {
    List<String> shapes = Stream.of(BorderShape.values()).map(BorderShape::id).toList();
    String shape = edit.optionalWord("shape", shapes).orElse(BorderShape.STRAIGHT.id());
    return new EvenBorderEdit(
        edit.position("from"), edit.position("to"), BorderShape.values()[shapes.indexOf(shape)]);
  }

  static Edit simplify(Members edit, EditReader draft) {
    return new SimplifyBordersEdit(
        draft.depth(edit),
        edit.optionalTexts("units", 1, EditType.MOST_UNITS, EditType.MAX_CODE).orElse(List.of()),
        metres(edit, "limitMetres"));
  }

  private static double metres(Members edit, String name) {
    double metres = edit.optionalNumber(name, 0).orElseThrow(() -> edit.missing(name));
    if (metres == 0 || metres > MOST_METRES) {
      throw edit.bad(name, ApiMessages.of("http.edit-metres", edit.at(name), MOST_METRES));
    }
    return metres;
  }
}
