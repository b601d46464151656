package org.gridwright.data.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.model.Address;

/** Makes an index anew, of all addresses in their order. For one thread, used once. */
final class IndexFilling {

  private static final double ADDRESSES_READ = 0.85;
  private static final double STREETS_WRITTEN = 0.95;

  private final IndexWriter writer;
  private final Map<String, StreetHouses> streets = new HashMap<>();
  private final SharedPlaces shared = new SharedPlaces();
  private final EndsOfStreets ends = new EndsOfStreets();

  IndexFilling(IndexWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes all documents, without committing them.
   *
   * @param mark of the addresses
   * @param number how many addresses there are about
   */
  IndexState fill(Iterator<Address> addresses, String mark, long number, Progress progress)
      throws IOException {
    Steps read = progress.part(0, ADDRESSES_READ).steps(Math.max(1, number));
    int order = 0;
    while (addresses.hasNext()) {
      take(addresses.next(), order++);
      read.done();
    }
    streets.keySet().forEach(ends::take);
    KnownTowns towns = ends.towns();
    Steps written = progress.part(ADDRESSES_READ, STREETS_WRITTEN).steps(streets.size());
    for (Map.Entry<String, StreetHouses> each : streets.entrySet()) {
      String key = each.getKey();
      writer.addDocument(IndexDocuments.street(key, towns.split(key), each.getValue()));
      written.done();
    }
    writer.forceMerge(1);
    progress.at(1, 1);
    return new IndexState(mark, streets.size(), order, towns.names(), shared.places());
  }

  private void take(Address address, int order) throws IOException {
    AddressParts parts = AddressSplitter.split(address);
    StreetHouses street =
        streets.computeIfAbsent(StreetEntry.key(parts), none -> new StreetHouses(streets.size()));
    street.take(parts.number(), address.place());
    shared.take(address.place(), street.street());
    writer.addDocument(IndexDocuments.address(address, parts, street, order));
  }
}
