package org.gridwright.data.intake.look;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.jspecify.annotations.Nullable;

/**
 * What a field counts for as an attribute of grids, as long as nobody says more; see {@link
 * org.gridwright.core.flow.PlanAttribute}, which says it of the plan that is made.
 *
 * @param kind what its name says, else a label
 * @param weight by which it is spread; empty where it is not
 * @param filled records looked at that have a value
 * @param numbers how many of these have a number
 */
public record FactProposal(
    String attribute, FactKind kind, String weight, long filled, long numbers) {

  /**
   * The fields of which somebody may want to say what they are: those that their names make totals,
   * and those that mostly hold numbers, which pass for texts. Whether one becomes an attribute is
   * for the levels and names to say.
   *
   * @param keyField the field that only numbers the records; null where there is none
   */
  static List<FactProposal> of(Sample sample, @Nullable String keyField) {
    List<FactProposal> proposals = new ArrayList<>();
    List<FieldLook> fields = sample.fields();
    FactSchema said = FactSchema.proposed(fields.stream().map(FieldLook::name).toList());
    for (FieldLook field : fields) {
      String name = field.name();
      FactKind kind = said.kind(name);
      long numbers = sample.numbers(name);
      boolean mostly = 2 * numbers > field.filled();
      if (!name.equals(keyField) && field.filled() > 0 && (kind.isCounted() || mostly)) {
        String weight = said.declaration(name).map(FactDeclaration::weight).orElse("");
        proposals.add(new FactProposal(name, kind, weight, field.filled(), numbers));
      }
    }
    return List.copyOf(proposals);
  }
}
