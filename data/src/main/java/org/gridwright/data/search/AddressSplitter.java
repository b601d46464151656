package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;
import org.gridwright.data.search.words.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parts of an address apart by its text. Where a house number stands, a postcode, and
 * which words are kinds of streets say where the street ends.
 */
final class AddressSplitter {

  private static final StreetWords WORDS = StreetWords.known();
  private static final int LEAST_POSTCODE = 4;
  private static final int MOST_POSTCODE = 7;

  private final List<Token> tokens;
  private int numberFrom = -1;
  private int numberEnd = -1;
  private HouseNumber.@Nullable NumberAt number;
  private String postcode = "";
  private int postcodeAt = -1;

  private AddressSplitter(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The parts that were given, and those of the text where none was. */
  static AddressParts split(Address address) {
    AddressParts told = split(address.text());
    AddressFields given = address.fields();
    if (given.isNone()) {
      return told;
    }
    HouseNumber number = given.number().isEmpty() ? told.number() : number(given.number());
    boolean street = !given.street().isEmpty();
    return new AddressParts(
        number,
        street ? Tokens.of(given.street()) : told.street(),
        street ? Tokens.of(given.otherStreet()) : told.other(),
        given.locality().isEmpty() && !street ? told.locality() : Tokens.of(given.locality()),
        given.postcode().isEmpty() ? told.postcode() : Tokens.clean(given.postcode()).strip());
  }

  /** A house number that stands alone; null where there is none in it. */
  static @Nullable HouseNumber number(String text) {
    List<Token> tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNumber()) {
        HouseNumber.NumberAt at = HouseNumber.at(tokens, i, any -> true, true);
        return at == null ? null : at.number();
      }
    }
    return null;
  }

  static AddressParts split(String text) {
    String whole = text.strip();
    int open = whole.lastIndexOf('(');
    if (open > 0 && whole.endsWith(")")) {
      AddressParts main = new AddressSplitter(Tokens.of(whole.substring(0, open))).parts();
      AddressParts other =
          new AddressSplitter(Tokens.of(whole.substring(open + 1, whole.length() - 1))).parts();
      return joined(main, other);
    }
    return new AddressSplitter(Tokens.of(whole)).parts();
  }

  /**
   * What stands in brackets is the address again where it has the number, and a place otherwise.
   */
  private static AddressParts joined(AddressParts main, AddressParts other) {
    boolean again =
        main.number() == null
            || (other.number() != null && main.number().first() == other.number().first());
    List<Token> locality = new ArrayList<>(main.locality());
    locality.addAll(again ? other.locality() : other.street());
    return new AddressParts(
        main.number() == null ? other.number() : main.number(),
        main.street(),
        again ? other.street() : List.of(),
        locality,
        main.postcode().isEmpty() ? other.postcode() : main.postcode());
  }

  private AddressParts parts() {
    boolean han = tokens.stream().filter(Token::isHan).count() * 2 > tokens.size();
    if (han) {
      findHanNumber();
    } else {
      findNumber();
      findPostcode();
    }
    List<Token> street = new ArrayList<>();
    List<Token> locality = new ArrayList<>();
    int end = han ? hanStreet(locality, street) : latinStreet(street);
    for (int i = Math.max(end, 0); i < tokens.size(); i++) {
      if (i != postcodeAt && !isOfNumber(i)) {
        locality.add(tokens.get(i));
      }
    }
    if (street.isEmpty()) {
      street.addAll(locality);
      locality.clear();
    }
    return new AddressParts(
        number == null ? null : number.number(),
        List.copyOf(street),
        List.of(),
        List.copyOf(locality),
        postcode);
  }

  private boolean isOfNumber(int at) {
    return at >= numberFrom && at < numberEnd;
  }

  private void take(HouseNumber.@Nullable NumberAt found) {
    if (found != null) {
      number = found;
      numberFrom = found.from();
      numberEnd = found.end();
    }
  }

  private void findHanNumber() {
    for (int i = 0; i < tokens.size() && number == null; i++) {
      boolean counts =
          i + 1 == tokens.size()
              || !tokens.get(i + 1).isHan()
              || "号弄之甲乙丙丁".contains(tokens.get(i + 1).text());
      if (tokens.get(i).isNumber() && (i > 0 || tokens.size() == 1) && counts) {
        take(HouseNumber.at(tokens, i, any -> true, false));
      }
    }
  }

  /** The number stands first, or behind the first words. */
  private void findNumber() {
    for (int i = 0; i < tokens.size() && number == null; i++) {
      boolean alone = tokens.stream().filter(Token::isNumber).count() == 1;
      boolean code = alone && i > 0 && tokens.get(i).text().length() >= LEAST_POSTCODE + 1;
      if (tokens.get(i).isNumber() && !code) {
        take(HouseNumber.at(tokens, i, any -> true, lettersApart(i)));
      }
    }
  }

  /** A letter behind the number is its suffix where a kind of street or a comma follows. */
  private boolean lettersApart(int at) {
    if (at + 2 >= tokens.size()) {
      return at > 0;
    }
    Token behind = tokens.get(at + 2);
    return behind.gap() == ','
        || (at == 0 && WORDS.begins(behind.text()) && behind.text().length() > 1);
  }

  private void findPostcode() {
    for (int i = tokens.size() - 1; i > 0 && postcodeAt < 0; i--) {
      int digits = tokens.get(i).text().length();
      if (tokens.get(i).isNumber()
          && !isOfNumber(i)
          && digits >= LEAST_POSTCODE
          && digits <= MOST_POSTCODE
          && isAfterStreet(i)) {
        postcode = tokens.get(i).text();
        postcodeAt = i;
      }
    }
  }

  /** Not a year in a street's name. */
  private boolean isAfterStreet(int at) {
    String digits = tokens.get(at).text();
    boolean year = digits.compareTo("1789") >= 0 && digits.compareTo("2030") <= 0;
    return digits.length() > LEAST_POSTCODE
        || tokens.get(at).gap() == ','
        || (at + 1 < tokens.size() && !year);
  }

  private int latinStreet(List<Token> street) {
    boolean numberFirst = numberFrom == 0;
    int from = numberFirst ? numberEnd : 0;
    int end = from;
    while (end < tokens.size() && !endsStreet(end, from, numberFirst)) {
      end++;
    }
    if (end == tokens.size() || end == postcodeAt || tokens.get(end).gap() != ',') {
      end = behindKind(from, end);
    }
    street.addAll(tokens.subList(from, Math.max(from, end)));
    return end;
  }

  private boolean endsStreet(int at, int from, boolean numberFirst) {
    return at == postcodeAt
        || (!numberFirst && at == numberFrom)
        || (at > from && tokens.get(at).gap() == ',');
  }

  /** Where a street that ends with its kind ends, if that is before the end. */
  private int behindKind(int from, int end) {
    if (from >= end
        || (WORDS.begins(tokens.get(from).text()) && !WORDS.ends(tokens.get(from).text()))) {
      return end;
    }
    for (int i = end - 1; i > from; i--) {
      if (WORDS.ends(tokens.get(i).text())) {
        int behind = i + 1;
        while (behind < end
            && WORDS.isDirection(tokens.get(behind).text())
            && tokens.get(behind).text().length() < 4) {
          behind++;
        }
        return behind;
      }
    }
    return end;
  }

  /** What stands before the street in Chinese ends as places do; the rest is the street. */
  private int hanStreet(List<Token> locality, List<Token> street) {
    int end = number == null ? tokens.size() : numberFrom;
    int from = 0;
    for (int i = 1; i + 2 < end; i++) {
      boolean town = "省市区县镇乡".contains(tokens.get(i).text()) && tokens.get(i).isHan();
      boolean subdistrict = tokens.get(i).is('道') && tokens.get(i - 1).is('街');
      boolean community = tokens.get(i).is('区') && tokens.get(i - 1).is('社');
      if ((town && i - from >= 2) || subdistrict || community) {
        from = i + 1;
      }
    }
    locality.addAll(tokens.subList(0, from));
    street.addAll(tokens.subList(from, end));
    return end;
  }
}
