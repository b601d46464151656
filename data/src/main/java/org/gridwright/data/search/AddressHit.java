package org.gridwright.data.search;

import org.gridwright.data.model.Address;

/**
 * An address that was found.
 *
 * @param score in (0, 1]; 1 where every word and number of the query is there as it was typed
 */
public record AddressHit(Address address, double score) {}
