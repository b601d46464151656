package org.gridwright.api.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each room, a package at whatever depth, looks only into those that {@code rooms.txt} names, and
 * the table names no arrow that nobody needs. Whoever adds one adds it there, where it is seen. No
 * two classes of the product share a simple name. A nested one that others can see has a name of
 * its own too, unless {@code nested-names.txt} says why the word means nothing without the class
 * around it; private ones are read in one place only.
 */
class RoomsTest {

  private static final String HOUSE = "org.gridwright.";

  /** Read once for all tests. */
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ArchitectureTest.ProductOnly())
          .importPackages("org.gridwright");

  @Test
  void eachRoomUsesTheRoomsThatTheTableNames() {
    Map<String, Set<String>> allowed = table();
    Map<String, Set<String>> used = used();
    assertThat(beyond(used, allowed)).as("arrows that rooms.txt does not allow").isEmpty();
    assertThat(beyond(allowed, used)).as("arrows in rooms.txt that nobody needs").isEmpty();
    assertThat(allowed.keySet()).as("rooms of rooms.txt").isEqualTo(used.keySet());
  }

  @Test
  void noTwoClassesShareASimpleName() {
    Map<String, List<String>> byName =
        PRODUCT.stream()
            .filter(it -> it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    assertThat(byName).hasSizeGreaterThan(500);
    assertThat(byName.values()).allSatisfy(it -> assertThat(it).hasSize(1));
  }

  @Test
  void aNestedClassHasANameOfItsOwnUnlessTheTableSaysWhyNot() {
    Set<String> topLevel =
        PRODUCT.stream()
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .collect(toSet());
    Map<String, List<String>> nested =
        PRODUCT.stream()
            .filter(it -> it.isNestedClass() && !it.isAnonymousClass() && !it.isLocalClass())
            .filter(it -> !it.getModifiers().contains(JavaModifier.PRIVATE))
            .collect(
                groupingBy(
                    JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));
    assertThat(nested).hasSizeGreaterThan(100);
    Map<String, List<String>> shared = new TreeMap<>(nested);
    shared.entrySet().removeIf(it -> it.getValue().size() == 1 && !topLevel.contains(it.getKey()));
    Map<String, String> reasons = reasons();
    assertThat(reasons.values()).as("reasons").noneMatch(String::isBlank);
    assertThat(reasons.keySet()).as("names with a reason").isSubsetOf(shared.keySet());
    shared.keySet().removeAll(reasons.keySet());
    assertThat(shared).as("nested names that say several things, without a reason").isEmpty();
  }

  /** A line for each word, with the reason behind a colon. */
  private static Map<String, String> reasons() {
    return text("nested-names.txt")
        .lines()
        .filter(it -> !it.isBlank() && it.charAt(0) != '#')
        .map(it -> it.split(": ", 2))
        .collect(toMap(it -> it[0], it -> it[1]));
  }

  private static List<String> beyond(Map<String, Set<String>> some, Map<String, Set<String>> than) {
    return some.entrySet().stream()
        .flatMap(
            room ->
                room.getValue().stream()
                    .filter(it -> !than.getOrDefault(room.getKey(), Set.of()).contains(it))
                    .map(it -> room.getKey() + " -> " + it))
        .toList();
  }

  private static Map<String, Set<String>> used() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass each : PRODUCT) {
      Set<String> rooms = used.computeIfAbsent(room(each), it -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass other = dependency.getTargetClass().getBaseComponentType();
        if (other.getPackageName().startsWith(HOUSE) && !room(other).equals(room(each))) {
          rooms.add(room(other));
        }
      }
    }
    return used;
  }

  private static String room(JavaClass each) {
    return each.getPackageName().substring(HOUSE.length());
  }

  /** A line for each room, and indented below it the rooms that it may use, by storey. */
  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new TreeMap<>();
    Set<String> rooms = new TreeSet<>();
    for (String line :
        text("rooms.txt").lines().filter(it -> !it.isBlank() && it.charAt(0) != '#').toList()) {
      if (line.charAt(0) != ' ') {
        rooms = table.computeIfAbsent(line, it -> new TreeSet<>());
      } else {
        String[] sides = line.strip().split(": ", 2);
        if (sides.length == 1) {
          rooms.add(sides[0]);
        } else {
          for (String room : List.of(sides[1].split(" ", -1))) {
            rooms.add(sides[0] + '.' + room);
          }
        }
      }
    }
    return table;
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(RoomsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
