package org.gridwright.data.draft;

import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repaired;

/**
 * A draft that was repaired.
 *
 * @param proposal what was to be done
 * @param outcome the plan that came of it, as the repair has checked it
 * @param edited the revision that was made
 */
public record RepairedDraft(Proposal proposal, Repaired outcome, Edited edited) {}
