package org.gridwright.data.store;

import java.util.List;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/** What the plans of a theme are checked by, and what planners have accepted. */
public interface ReviewStore {

  /** The theme's rules; {@link RuleSet#STANDARD} where none were set. */
  RuleSet rules(String theme);

  void setRules(String theme, RuleSet rules);

  /** Official outlines of upper units by depth, then code. */
  List<OfficialOutline> outlines(String theme);

  /** Puts outlines in place of all that the theme has. */
  void setOutlines(String theme, List<OfficialOutline> outlines);

  /** Changes whenever the theme's rules, outlines or jurisdiction may have; for caches. */
  String version(String theme);

  /**
   * What a plan is checked by and what was accepted, all of one moment: no change that happens
   * meanwhile is seen in a part of it only.
   *
   * @param draft with what was accepted in this draft; null for the theme alone
   */
  CheckBasis basis(String theme, @Nullable Long draft);

  /**
   * Findings that were accepted, in the order of acceptance.
   *
   * @param draft with those of this draft; null for those of the theme alone
   */
  List<AcceptedFinding> accepted(String theme, @Nullable Long draft);

  /**
   * Accepts findings.
   *
   * @param draft to which they belong until it is published; null for the theme
   */
  void accept(String theme, @Nullable Long draft, List<AcceptedFinding> findings);

  /**
   * Takes back what was accepted, in a draft or in the theme.
   *
   * @return whether there was such an exception
   */
  boolean takeBack(String theme, @Nullable Long draft, AcceptedFinding finding);
}
