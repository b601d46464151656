package org.gridwright.data.search;

import java.util.List;
import org.gridwright.data.search.words.Token;
import org.jspecify.annotations.Nullable;

/**
 * An address in parts.
 *
 * @param number null where it has none
 * @param street the street as it is written first; the whole text where nothing could be told apart
 * @param other the street in a second language; empty for none
 * @param locality town, district or the like; empty where it could not be told from the street
 * @param postcode empty for none
 */
record AddressParts(
    @Nullable HouseNumber number,
    List<Token> street,
    List<Token> other,
    List<Token> locality,
    String postcode) {}
