package org.gridwright.data.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.crs.ShiftSuspicion;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.gridwright.data.search.UnsplitAddresses;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Brings addresses from a CSV, GeoJSON or GeoPackage file into a store, in constant memory. */
public final class AddressImport {

  /** How many new addresses are compared with those that are there already. */
  private static final int COMPARED = 500;

  private final Store store;

  public AddressImport(Store store) {
    this.store = store;
  }

  /**
   * What is read, and by which fields.
   *
   * @param idField the address's identity; importing it again replaces the address
   * @param textFields joined with a blank; none where the text is made of the parts
   * @param parts fields of parts that the file has apart
   * @param weightField the number by which an address weighs, rounded to a whole one; where it is
   *     empty the address weighs 1, as all do without such a field
   * @param skipBad leave out records that cannot be used, instead of refusing the file
   */
  public record Options(
      Path file,
      ReadOptions reading,
      Datum datum,
      String idField,
      List<String> textFields,
      AddressPartFields parts,
      PointFields place,
      @Nullable String weightField,
      boolean skipBad) {

    public Options {
      textFields = List.copyOf(textFields);
    }
  }

  /**
   * Imports all or nothing, in one transaction.
   *
   * @throws InputException when the file cannot be used
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public PointReport run(Options options, Progress progress) {
    try (FeatureReader reader = FeatureReader.open(options.file(), options.reading())) {
      Georeference georeference =
          Georeference.of(reader, options.reading(), options.datum(), KnownPlaces.rectangle(store));
      Function<Feature, LatticePoint> place = options.place().in(reader, georeference);
      Records<Address> records =
          new Records<>(
              reader,
              fields(options),
              it -> address(it, options, place, weight(it, options.weightField(), reader)),
              options.skipBad(),
              IntakeStage.READING.of(progress, 0, 1));
      UnsplitAddresses unsplit = new UnsplitAddresses();
      PointReport report =
          store.transaction(
              open -> {
                long before = open.addresses().count();
                List<Address> first = first(records);
                List<Message> notes = shift(open, first);
                long stored = open.addresses().put(unsplit.watched(chained(first, records)));
                long replaced = stored - (open.addresses().count() - before);
                return new PointReport(stored, replaced, records.badCount(), records.bad(), notes);
              });
      return report
          .with(reader.notes())
          .with(georeference.notes())
          .with(unsplit.told().stream().toList());
    }
  }

  private static List<Address> first(Iterator<Address> records) {
    List<Address> first = new ArrayList<>();
    while (first.size() < COMPARED && records.hasNext()) {
      first.add(records.next());
    }
    return first;
  }

  private static Iterator<Address> chained(List<Address> first, Iterator<Address> rest) {
    Stream<Address> later =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(rest, Spliterator.ORDERED), false);
    return Stream.concat(first.stream(), later).iterator();
  }

  /** What looks shifted between new addresses and those of the same id. */
  private static List<Message> shift(Store store, List<Address> added) {
    Map<String, LatticePoint> existing = new HashMap<>();
    store
        .addresses()
        .find(added.stream().map(Address::id).toList())
        .forEach(address -> existing.put(address.id(), address.place()));
    List<ShiftSuspicion.Pair> pairs = new ArrayList<>();
    for (Address address : added) {
      LatticePoint before = existing.get(address.id());
      if (before != null) {
        LatticePoint now = address.place();
        pairs.add(new ShiftSuspicion.Pair(now.lon(), now.lat(), before.lon(), before.lat()));
      }
    }
    return ShiftSuspicion.of(pairs).map(ShiftSuspicion::message).stream().toList();
  }

  private static List<String> fields(Options options) {
    List<String> fields = new ArrayList<>(options.textFields());
    fields.add(options.idField());
    fields.addAll(options.parts().names());
    fields.addAll(options.place().fields());
    Stream.ofNullable(options.weightField()).forEach(fields::add);
    return fields;
  }

  private static Address address(
      Feature feature, Options options, Function<Feature, LatticePoint> place, long weight) {
    AddressFields parts = options.parts().of(feature);
    String text =
        options.textFields().isEmpty()
            ? AddressPartFields.text(parts)
            : options.textFields().stream()
                .map(field -> feature.value(field).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    if (text.isEmpty()) {
      List<String> wanted =
          options.textFields().isEmpty() ? options.parts().names() : options.textFields();
      throw InputException.at(feature.source(), "input.field-empty", String.join(", ", wanted));
    }
    return new Address(
        feature.required(options.idField()), text, place.apply(feature), weight, parts);
  }

  private static long weight(Feature feature, @Nullable String field, FeatureReader reader) {
    if (field == null) {
      return 1;
    }
    String text = feature.value(field).orElse("").strip();
    if (text.isEmpty()) {
      return 1;
    }
    return Counted.number(reader.pointed(text).orElse(""))
        .map(number -> number.setScale(0, RoundingMode.HALF_UP))
        .filter(number -> number.signum() >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(Address.MOST_WEIGHT)) <= 0)
        .orElseThrow(() -> InputException.at(feature.source(), "input.weight", field, text))
        .longValueExact();
  }
}
