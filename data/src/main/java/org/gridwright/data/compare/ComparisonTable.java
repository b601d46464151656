package org.gridwright.data.compare;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk;
import org.gridwright.core.compare.Overlap;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.jspecify.annotations.Nullable;

/** The table from units to units, as CSV. */
public final class ComparisonTable {

  private static final int SHARE_DECIMALS = 6;

  private ComparisonTable() {}

  /**
   * What went from which unit to which, a row for each two units with common ground or points. An
   * empty code stands for nobody. {@code moved} says whether it changed hands. Households are an
   * estimate, and empty where no unit says how many it has. Leaves the stream open.
   */
  public static void write(ComparedPlans compared, OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      write(compared, csv);
    }
  }

  private static void write(ComparedPlans compared, CsvRecordWriter csv) {
    csv.write(
        "from",
        "from_name",
        "to",
        "to_name",
        "fate",
        "moved",
        "area_m2",
        "area_share_of_from",
        "area_share_of_to",
        "addresses",
        "open_incidents",
        "households");
    Comparison comparison = compared.comparison();
    for (Common row : compared.table()) {
      List<String> values = new ArrayList<>(sides(comparison, row));
      boolean outside = row.from() == Overlap.NOBODY;
      values.add(
          (outside ? comparison.familyOfTo(row.to()) : comparison.familyOfFrom(row.from()))
              .fate()
              .id());
      values.add(String.valueOf(comparison.isMove(row.from(), row.to())));
      addAmount(values, row.squareMetres(), 1);
      values.add(decimal(row.addresses().value(), 0));
      values.add(decimal(row.openIncidents().value(), 0));
      values.add(row.households() == null ? "" : decimal(row.households().value(), 1));
      csv.write(values);
    }
  }

  /**
   * What the units of two themes have in common. Shares are from 0 to 1. Leaves the stream open.
   */
  public static void writeCrosswalk(ComparedPlans compared, OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      writeCrosswalk(compared, csv);
    }
  }

  private static void writeCrosswalk(ComparedPlans compared, CsvRecordWriter csv) {
    csv.write(
        "code",
        "name",
        "with_code",
        "with_name",
        "area_m2",
        "area_share",
        "area_share_of_with",
        "addresses",
        "addresses_share",
        "addresses_share_of_with",
        "open_incidents",
        "open_incidents_share",
        "open_incidents_share_of_with",
        "households",
        "households_share",
        "households_share_of_with");
    for (Common row : compared.table()) {
      List<String> values = new ArrayList<>(sides(compared.comparison(), row));
      addAmount(values, row.squareMetres(), 1);
      addAmount(values, row.addresses(), 0);
      addAmount(values, row.openIncidents(), 0);
      addAmount(values, row.households(), 1);
      csv.write(values);
    }
  }

  private static List<String> sides(Comparison comparison, Common row) {
    List<String> values = new ArrayList<>();
    addUnit(values, comparison.from(), row.from());
    addUnit(values, comparison.to(), row.to());
    return values;
  }

  private static void addUnit(List<String> values, List<Unit> units, int index) {
    values.add(index == Overlap.NOBODY ? "" : units.get(index).code());
    values.add(index == Overlap.NOBODY ? "" : units.get(index).name());
  }

  private static void addAmount(
      List<String> values, Crosswalk.@Nullable Amount amount, int decimals) {
    if (amount == null) {
      values.addAll(List.of("", "", ""));
      return;
    }
    values.add(decimal(amount.value(), decimals));
    values.add(decimal(amount.shareOfFrom(), SHARE_DECIMALS));
    values.add(decimal(amount.shareOfTo(), SHARE_DECIMALS));
  }

  private static String decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
