package org.gridwright.api.http.answer;

import java.util.List;
import org.gridwright.core.flow.PlanAttribute;
import org.jspecify.annotations.Nullable;

/** What the attributes of a theme's grids are. */
public record FactsAnswer(String theme, List<Item> facts) {

  /**
   * As {@link PlanAttribute}; the weight is null where nothing is spread or averaged, the pattern
   * where there is none.
   */
  public record Item(
      String attribute,
      String kind,
      @Nullable String weight,
      int digits,
      @Nullable String pattern,
      boolean declared,
      int grids,
      int numbers) {

    static Item of(PlanAttribute each) {
      return new Item(
          each.attribute(),
          each.kind().id(),
          each.weight().isEmpty() ? null : each.weight(),
          each.digits(),
          each.pattern().isEmpty() ? null : each.pattern(),
          each.declared(),
          each.grids(),
          each.numbers());
    }
  }

  public static FactsAnswer of(String theme, List<PlanAttribute> attributes) {
    return new FactsAnswer(theme, attributes.stream().map(Item::of).toList());
  }
}
