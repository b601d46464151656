/**
 * {@code /api/v1/search}: places of any kind by text, with the grids that each lies or may lie in.
 *
 * <p>Conditions: all grids of one answer are those of one plan; while the index is being made after
 * a start, a search is refused for the time being instead of finding too little; the question is
 * not logged.
 */
@NullMarked
package org.gridwright.api.http.search;

import org.jspecify.annotations.NullMarked;
