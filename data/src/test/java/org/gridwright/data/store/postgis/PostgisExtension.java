package org.gridwright.data.store.postgis;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests with a printed reason where PostgreSQL is not installed; with {@code CI=true} in the
 * environment they fail instead.
 */
public final class PostgisExtension implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = TestPostgis.missing();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("PostgreSQL is installed");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing.get());
    }
    System.err.println(context.getDisplayName() + " skipped: " + missing.get());
    return ConditionEvaluationResult.disabled(missing.get());
  }
}
