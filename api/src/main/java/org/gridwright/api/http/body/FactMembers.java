package org.gridwright.api.http.body;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactKind;

/** What attributes are, as a list of objects in a body. */
public final class FactMembers {

  private static final int MOST_FACTS = 1000;
  private static final int MAX_NAME = 128;
  private static final List<String> KINDS =
      Arrays.stream(FactKind.values()).map(FactKind::id).toList();

  private FactMembers() {}

  /**
   * One or more changes.
   *
   * @throws org.gridwright.api.http.ProblemException 400 when the member is not such a list
   */
  public static List<FactChange> changes(Members members, String name) {
    return members.objects(name, MOST_FACTS).stream().map(FactMembers::change).toList();
  }

  private static FactChange change(Members said) {
    String attribute = said.text("attribute", MAX_NAME);
    boolean declared = said.optionalFlag("declared").orElse(true);
    Optional<FactKind> kind = said.optionalWord("kind", KINDS).flatMap(FactKind::of);
    Optional<String> weight = said.optionalText("weight", MAX_NAME);
    Optional<Long> digits = said.optionalId("digits");
    Optional<String> pattern = said.optionalText("pattern", MAX_NAME);
    said.nothingElse();
    if (!declared) {
      return FactChange.back(attribute);
    }
    return new FactChange(
        attribute,
        kind.orElseThrow(() -> said.missing("kind")),
        weight.orElse(null),
        digits.map(places -> (int) Math.min(places, Integer.MAX_VALUE)).orElse(null),
        pattern.orElse(null));
  }
}
