package org.gridwright.api.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: which room may look into which. */
@AnalyzeClasses(packages = "org.gridwright", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

  /** Leaves out test classes, also those that other modules publish in jars. */
  static final class ProductOnly implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule dependencies_point_one_way_core =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.gridwright.crs..", "org.gridwright.data..", "org.gridwright.api..");

  @ArchTest
  static final ArchRule dependencies_point_one_way_crs =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.crs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.gridwright.data..", "org.gridwright.api..");

  @ArchTest
  static final ArchRule dependencies_point_one_way_data =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.data..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.gridwright.api..");

  @ArchTest
  static final ArchRule geotools_stays_in_its_room =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gridwright.crs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..");

  @ArchTest
  static final ArchRule the_core_does_no_io_and_no_logging =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.geotools..",
              "java.nio.file..",
              "java.net..",
              "java.net.http..",
              "java.sql..",
              "javax.sql..",
              "java.util.logging..",
              "org.slf4j..",
              "tools.jackson..",
              "org.jdbi..",
              "io.javalin..");

  @ArchTest
  static final ArchRule the_web_server_stays_at_the_edge =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.gridwright.api.http..", "org.gridwright.api.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javalin..");

  @ArchTest
  static final ArchRule sql_stays_in_the_stores =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.gridwright.data.store..",
              "org.gridwright.data.schema..",
              "org.gridwright.data.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "org.postgresql..", "org.sqlite..", "java.sql..");

  @ArchTest
  static final ArchRule no_package_cycles_in_core =
      slices().matching("org.gridwright.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_package_cycles_in_data =
      slices().matching("org.gridwright.data.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_package_cycles_in_api =
      slices().matching("org.gridwright.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_package_cycles_at_any_depth =
      slices().matching("org.gridwright.(**)").should().beFreeOfCycles();

  /** Parallel streams apart, which run in the pool of whoever calls. */
  @ArchTest
  static final ArchRule the_core_keeps_no_pools_and_no_locks =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.core..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.util.concurrent..")
                  .and(not(resideInAPackage("java.util.concurrent.atomic..")))
                  .and(not(assignableTo(ConcurrentMap.class))));

  @ArchTest
  static final ArchRule the_core_neither_waits_nor_starts_threads =
      noClasses()
          .that()
          .resideInAPackage("org.gridwright.core..")
          .should()
          .callCodeUnitWhere(target(owner(assignableTo(Thread.class))).and(not(looksAtItsThread())))
          .orShould()
          .callMethod(Object.class, "wait")
          .orShould()
          .callMethod(Object.class, "wait", long.class);

  /** The one thing that messages ask of their thread is where catalogues are. */
  private static DescribedPredicate<JavaCall<?>> looksAtItsThread() {
    return DescribedPredicate.describe(
        "look at the thread that they run in",
        call ->
            call.getTarget().getName().equals("currentThread")
                || call.getTarget().getName().equals("getContextClassLoader"));
  }

  @ArchTest
  static final ArchRule every_package_says_what_it_is =
      classes().that().resideInAPackage("org.gridwright..").should(liveInANullMarkedPackage());

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  item, item.getName() + " lies in a package without a @NullMarked package-info"));
        }
      }
    };
  }
}
