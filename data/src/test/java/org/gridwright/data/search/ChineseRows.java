package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Address;

/** Questions in Chinese about the demo city. */
final class ChineseRows {

  private static final Pattern TEXT = Pattern.compile("(\\p{IsHan}+)(\\d+)号 .*");
  private static final String DIGITS = "零一二三四五六七八九";

  private final DemoCity city;
  private final Locator locator;
  private final List<Address> addresses;
  private final int size;
  private final List<TypedRow> rows = new ArrayList<>();

  /** An address in its parts. */
  private record Typed(String street, int number, Address address) {

    String with(String other) {
      return other + number + "号";
    }
  }

  ChineseRows(int grids, int size) {
    this.city = DemoCity.generate(DemoOptions.of(grids, 1));
    this.locator = JtsLocator.of(city.plan());
    this.addresses = city.addresses().toList();
    this.size = size;
  }

  List<Address> addresses() {
    return addresses;
  }

  List<Unit> path(LatticePoint place) {
    int owner = locator.owner(place.x(), place.y());
    return owner == Locator.NOBODY
        ? List.of()
        : city.plan().path(city.plan().grids().get(owner - 1));
  }

  List<String> names(LatticePoint place) {
    List<String> names = new ArrayList<>();
    path(place).forEach(unit -> names.add(unit.name()));
    return names;
  }

  List<TypedRow> rows() {
    row("as written", 99, 99.9, 1, (a, r) -> a.with(a.street()));
    row(
        "city, district, street, community before it",
        0,
        99.9,
        1,
        (a, r) -> head(a, r) + a.with(a.street()));
    row("numerals", 1.5, 99.9, 1, (a, r) -> a.street() + numeral(a.number()) + "号");
    row("traditional", 70.8, 99.9, 1, (a, r) -> Typing.traditional(a.with(a.street())));
    row(
        "弄 after it",
        82.4,
        99.9,
        1,
        (a, r) -> a.street() + a.number() + "弄" + (1 + r.nextInt(30)) + "号");
    row(
        "号楼单元 after it",
        61.7,
        99.9,
        1,
        (a, r) ->
            a.with(a.street())
                + (1 + r.nextInt(20))
                + "号楼"
                + (1 + r.nextInt(5))
                + "单元"
                + (101 + r.nextInt(900))
                + "室");
    row("one homophone", 31.7, 97, 1, (a, r) -> a.with(Typing.homophone(a.street(), r)));
    row("two swapped", 10, 97, 1, (a, r) -> a.with(Typing.swapped(a.street(), r)));
    row(
        "one wrong, among five",
        49.2,
        90,
        5,
        (a, r) -> a.with(Typing.wrongCharacter(a.street(), r)));
    row(
        "one missing, among five",
        55.7,
        90,
        5,
        (a, r) -> a.with(Typing.missingCharacter(a.street(), r)));
    row(
        "in Latin letters",
        99,
        99.9,
        1,
        (a, r) -> a.address().text().replaceAll(".*\\((.*)\\)", "$1"));
    return rows;
  }

  private String head(Typed a, Random random) {
    List<Unit> path = path(a.address().place());
    StringBuilder head = new StringBuilder(random.nextBoolean() ? "云津市" : "");
    for (Unit unit : path.subList(0, Math.max(0, path.size() - 1))) {
      head.append(random.nextInt(3) > 0 ? unit.name().replaceAll(" \\(.*", "") : "");
    }
    return head.toString();
  }

  private static String numeral(int number) {
    String text = number >= 100 ? DIGITS.charAt(number / 100) + "百" : "";
    int tens = number / 10 % 10;
    if (tens > 0) {
      text += (tens == 1 && number < 100 ? "" : DIGITS.charAt(tens)) + "十";
    } else if (number > 100 && number % 10 > 0) {
      text += "零";
    }
    return number % 10 > 0 ? text + DIGITS.charAt(number % 10) : text;
  }

  private void row(
      String name, double now, double goal, int among, BiFunction<Typed, Random, String> typed) {
    Random random = new Random(name.hashCode());
    List<TypedRow.Typed> questions = new ArrayList<>();
    while (questions.size() < size) {
      Address address = addresses.get(random.nextInt(addresses.size()));
      Matcher parts = TEXT.matcher(address.text());
      if (parts.matches() && Integer.parseInt(parts.group(2)) < 1000) {
        Typed a = new Typed(parts.group(1), Integer.parseInt(parts.group(2)), address);
        questions.add(
            new TypedRow.Typed(
                typed.apply(a, random),
                null,
                hits ->
                    hits.stream().limit(among).anyMatch(hit -> hit.text().equals(address.text()))));
      }
    }
    rows.add(new TypedRow("demo: " + name, now, goal, questions));
  }
}
