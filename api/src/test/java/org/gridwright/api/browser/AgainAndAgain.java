package org.gridwright.api.browser;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs tests of a browser again and again in one process, and tells whatever fails once. Arguments:
 * the name of a test class, or {@code all}, and how many times. Run by {@code scripts/flaky}.
 */
final class AgainAndAgain {

  private AgainAndAgain() {}

  public static void main(String[] arguments) {
    String room = AgainAndAgain.class.getPackageName();
    DiscoverySelector tests =
        arguments[0].equals("all") ? selectPackage(room) : selectClass(room + "." + arguments[0]);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(List.of(tests)).build();
    Launcher launcher = LauncherFactory.create();
    int times = Integer.parseInt(arguments[1]);
    long failed = 0;
    long found = 0;
    for (int i = 1; i <= times; i++) {
      SummaryGeneratingListener told = new SummaryGeneratingListener();
      launcher.execute(request, told);
      TestExecutionSummary summary = told.getSummary();
      found += summary.getTestsFoundCount();
      failed += summary.getTotalFailureCount();
      for (TestExecutionSummary.Failure failure : summary.getFailures()) {
        System.out.printf(
            "run %d: %s: %s%n",
            i, failure.getTestIdentifier().getUniqueId(), failure.getException());
      }
    }
    System.out.printf("%d runs of %d tests, %d failures%n", times, found / times, failed);
    System.exit(failed == 0 && found > 0 ? 0 : 1);
  }
}
