package org.gridwright.data.search;

import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;

/** The documents of an index: one for each address, and one for each street. Pure. */
final class IndexDocuments {

  /** The kind of a document that is a street. */
  static final String STREETS = "streets";

  /** What makes a street one, as a term. */
  static final String KEY = "key";

  /** The id of an address. */
  static final String ID = "id";

  /** The street of an address. */
  static final String STREET = "street";

  /** The street and the number of an address. */
  static final String HOUSE = "house";

  /** The number of an address; {@link #NO_NUMBER} for none. */
  static final String NUMBER = "number";

  /** The last number of an address that has a range of them. */
  static final String LAST = "last";

  /** What an address is, in 64 bits. */
  static final String DIGEST = "digest";

  static final String ORDER = "order";
  static final int NO_NUMBER = -1;

  private static final String GIVEN = "given";
  private static final String BETWEEN = "\u0001";
  private static final int LONGEST_TERM = 800;

  private IndexDocuments() {}

  static Document address(Address address, AddressParts parts, StreetHouses street, int order) {
    Document document = new Document();
    HouseNumber number = parts.number();
    document.add(new StringField(ID, address.id(), Store.YES));
    document.add(new StoredField("text", address.text()));
    if (!address.fields().isNone()) {
      AddressFields given = address.fields();
      document.add(
          new StoredField(
              GIVEN,
              String.join(
                  BETWEEN,
                  given.number(),
                  given.street(),
                  given.otherStreet(),
                  given.locality(),
                  given.postcode())));
    }
    document.add(new StringField(STREET, street.id(), Store.YES));
    document.add(new NumericDocValuesField("x", address.place().x()));
    document.add(new NumericDocValuesField("y", address.place().y()));
    document.add(new NumericDocValuesField(ORDER, order));
    document.add(new NumericDocValuesField(DIGEST, digest(address)));
    document.add(new NumericDocValuesField(NUMBER, number == null ? NO_NUMBER : number.first()));
    document.add(new NumericDocValuesField(LAST, number == null ? NO_NUMBER : number.last()));
    StreetHouses.numbers(number)
        .forEach(each -> document.add(new StringField(HOUSE, house(street.id(), each), Store.NO)));
    return document;
  }

  /** An address as its document has it, without its weight. */
  static Address address(Document stored, LatticePoint place) {
    String given = stored.get(GIVEN);
    AddressFields fields = AddressFields.NONE;
    if (given != null) {
      String[] each = given.split(BETWEEN, -1);
      fields = new AddressFields(each[0], each[1], each[2], each[3], each[4]);
    }
    return new Address(stored.get(ID), stored.get("text"), place, 1, fields);
  }

  static String house(String street, int number) {
    return street + "/" + number;
  }

  /**
   * @param key of the street, as its addresses have it
   * @param told the same with the town behind it told apart
   */
  static Document street(String key, String told, StreetHouses street) {
    Document document = new Document();
    document.add(new StringField(STREETS, "", Store.NO));
    document.add(new StringField(KEY, term(key).text(), Store.NO));
    document.add(new StoredField("told", told));
    document.add(new StoredField("streetId", street.id()));
    StreetTerms.add(StreetEntry.of(street.id(), told), document);
    street.cells().forEach(cell -> add(document, StreetTerms.CELL, cell));
    street.numbers().forEach(each -> add(document, StreetTerms.NUMBER, Integer.toString(each)));
    return document;
  }

  private static void add(Document document, String field, String term) {
    document.add(new StringField(field, term, Store.NO));
  }

  /** What a street is found by; long keys are cut, which no two streets of a city share. */
  static Term term(String key) {
    String text =
        key.length() <= LONGEST_TERM
            ? key
            : key.substring(0, LONGEST_TERM)
                + String.format(Locale.ROOT, "#%x/%x", key.hashCode(), key.length());
    return new Term(KEY, text);
  }

  /** Another one whenever anything of an address that the index knows is another. */
  static long digest(Address address) {
    long digest = 31L * address.place().x() + 1_000_003L * address.place().y();
    digest = mixed(digest, address.text());
    return address.fields().isNone() ? digest : mixed(digest, address.fields().toString());
  }

  /** FNV-1a (Fowler, Noll, Vo) over the characters. */
  private static long mixed(long digest, String text) {
    long mixed = digest ^ 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed;
  }
}
