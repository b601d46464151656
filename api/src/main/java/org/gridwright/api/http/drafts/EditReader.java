package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;

/** Reads edit values from JSON. What is no edit is a 400 that names the member by its path. */
final class EditReader {

  private final Theme theme;
  private final Supplier<List<Finding>> findings;

  /**
   * @param theme whose levels the edits may name
   * @param findings of the draft, which they may name too
   */
  EditReader(Theme theme, Supplier<List<Finding>> findings) {
    this.theme = theme;
    this.findings = findings;
  }

  /** The edit that an object describes; members of the whole request have been read before. */
  Edit read(Members edit) {
    String type = edit.optionalWord("type", EditType.ids()).orElseThrow(() -> edit.missing("type"));
    Edit read = EditType.of(type).read(edit, this);
    edit.nothingElse();
    return read;
  }

  /** The level that an edit names; the finest where it names none. */
  int depth(Members edit) {
    Optional<String> name =
        edit.optionalWord("level", theme.levels().stream().map(Level::name).toList());
    return name.flatMap(theme::level).orElse(theme.gridLevel()).depth();
  }

  /** The place of a gap that the draft has. */
  LatticeMultiPolygon gap(Members edit) {
    String id = edit.text("finding", EditType.MAX_CODE);
    Finding gap =
        findings.get().stream()
            .filter(finding -> finding.id().equals(id))
            .filter(finding -> finding.areaSquareMetres() > 0)
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.refused(
                            edit.at("finding"), ApiMessages.of("http.no-finding", id))
                        .with("reason", "finding-unknown"));
    return LatticeJts.fromDegrees(gap.place());
  }
}
