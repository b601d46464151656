/**
 * {@code /api/v1/search}: addresses by text, with the grid each lies in today.
 *
 * <p>Conditions: all grids of one answer are those of one plan; while the index is being made after
 * a start, a search is refused for the time being instead of finding too little.
 */
@NullMarked
package org.gridwright.api.http.search;

import org.jspecify.annotations.NullMarked;
