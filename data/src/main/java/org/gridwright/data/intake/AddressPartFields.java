package org.gridwright.data.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.model.AddressFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a file that have parts of addresses; each null where it has none.
 *
 * @param number with its suffix
 * @param otherStreet the street in a second language
 */
public record AddressPartFields(
    @Nullable String number,
    @Nullable String street,
    @Nullable String otherStreet,
    @Nullable String locality,
    @Nullable String postcode) {

  /** All that is known of an address is its text. */
  public static final AddressPartFields NONE = new AddressPartFields(null, null, null, null, null);

  /** The names of those that the file has. */
  List<String> names() {
    return Stream.of(number, street, otherStreet, locality, postcode)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  AddressFields of(Feature feature) {
    return equals(NONE)
        ? AddressFields.NONE
        : new AddressFields(
            value(feature, number),
            value(feature, street),
            value(feature, otherStreet),
            value(feature, locality),
            value(feature, postcode));
  }

  private static String value(Feature feature, @Nullable String field) {
    return field == null ? "" : feature.value(field).orElse("").strip();
  }

  /** The text of an address that has none of its own; the number behind a street in Chinese. */
  static String text(AddressFields parts) {
    if (isHan(parts.street())) {
      String number = parts.number();
      boolean counted = !number.isEmpty() && Character.isDigit(number.charAt(number.length() - 1));
      return parts.locality() + parts.street() + number + (counted ? "号" : "");
    }
    String house = joined(" ", parts.number(), parts.street());
    String other = parts.otherStreet();
    String place = joined(" ", parts.postcode(), parts.locality());
    String told = joined(", ", house, place);
    return other.isEmpty() ? told : told + " (" + joined(" ", parts.number(), other) + ")";
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(between));
  }
}
