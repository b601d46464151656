package org.gridwright.core.service;

import java.util.List;
import org.gridwright.core.finding.Finding;

/** A rule about how the grids serve the city. What it finds warns. */
@FunctionalInterface
public interface ServiceRule {

  List<Finding> find(ServedPlan served);
}
