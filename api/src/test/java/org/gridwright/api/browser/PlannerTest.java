package org.gridwright.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A planner at a desk: each test has a draft of its own, of the plan in force. */
abstract class PlannerTest extends BrowserTest {

  Plan plan;
  DraftClient drafts;
  MapPage map;
  long draft;

  @BeforeEach
  void aDraftOfThePlanInForce() {
    plan = demo.city.plan();
    drafts = new DraftClient(demo.root());
    draft = drafts.create(getClass().getSimpleName());
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }
}
