package org.gridwright.data.intake.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How records may be read as addresses, incidents or a roster: the field for each part of one, null
 * or empty where none is likely.
 *
 * @param text fields that make an address together
 * @param time fields that make a moment together
 * @param dayFirst whether days stand before months; null where the file does not tell
 */
public record PointProposal(
    @Nullable String id,
    @Nullable String lon,
    @Nullable String lat,
    List<String> text,
    List<String> time,
    @Nullable String category,
    @Nullable Boolean dayFirst) {

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}.*");

  public PointProposal {
    text = List.copyOf(text);
    time = List.copyOf(time);
  }

  static PointProposal of(Sample sample) {
    List<FieldLook> fields = sample.fields();
    List<String> time = time(fields);
    return new PointProposal(
        id(fields, sample),
        number(fields, FieldWords.LON),
        number(fields, FieldWords.LAT),
        text(fields),
        time,
        called(fields, FieldWords.CATEGORY),
        time.isEmpty() ? null : dayFirst(sample.values(time.get(0))));
  }

  /** Whether both fields of a place were found. */
  public boolean hasPlace() {
    return lon != null && lat != null;
  }

  private static @Nullable String id(List<FieldLook> fields, Sample sample) {
    return fields.stream()
        .filter(it -> it.filled() == sample.records() && it.distinct() == sample.records())
        .map(FieldLook::name)
        .filter(it -> FieldWords.says(FieldWords.ID, it) || FieldWords.says(FieldWords.CODE, it))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String number(List<FieldLook> fields, Pattern words) {
    return fields.stream()
        .filter(FieldLook::isNumber)
        .map(FieldLook::name)
        .filter(it -> FieldWords.says(words, it))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String called(List<FieldLook> fields, Pattern words) {
    return fields.stream()
        .filter(it -> it.filled() > 0)
        .map(FieldLook::name)
        .filter(it -> FieldWords.says(words, it))
        .findFirst()
        .orElse(null);
  }

  private static List<String> text(List<FieldLook> fields) {
    String whole = called(fields, FieldWords.ADDRESS);
    if (whole != null) {
      return List.of(whole);
    }
    List<String> parts = new ArrayList<>();
    for (Pattern part : FieldWords.ADDRESS_PARTS) {
      Optional.ofNullable(called(fields, part)).ifPresent(parts::add);
    }
    return parts;
  }

  /** By what the values are; a field that is only called so follows. */
  private static List<String> time(List<FieldLook> fields) {
    return fields.stream()
        .filter(it -> it.kind() == FieldLook.Kind.TIME)
        .map(FieldLook::name)
        .filter(it -> FieldWords.says(FieldWords.TIME, it))
        .findFirst()
        .or(
            () ->
                fields.stream()
                    .filter(it -> it.kind() == FieldLook.Kind.TIME)
                    .map(FieldLook::name)
                    .findFirst())
        .stream()
        .toList();
  }

  private static @Nullable Boolean dayFirst(List<String> times) {
    boolean monthFirst = false;
    for (String time : times) {
      Matcher numbers = NUMBERS.matcher(time);
      if (numbers.matches()) {
        boolean dots = time.charAt(numbers.end(1)) == '.';
        if (dots || Integer.parseInt(numbers.group(1)) > 12) {
          return true;
        }
        monthFirst |= Integer.parseInt(numbers.group(2)) > 12;
      }
    }
    return monthFirst ? false : null;
  }
}
