package org.gridwright.data.assignments;

import java.util.Optional;
import org.gridwright.data.draft.PlanEdit;

/**
 * A file of assignments, found sound for a plan.
 *
 * @param report what it changes there
 * @param edit what puts it into effect; empty where everything is so already
 */
public record AssignedUnits(AssignmentReport report, Optional<PlanEdit> edit) {}
