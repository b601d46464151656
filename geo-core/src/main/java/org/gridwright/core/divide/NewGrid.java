package org.gridwright.core.divide;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/**
 * A grid before it has a code.
 *
 * @param group number of the unit, or other ground, whose grids are balanced with each other
 * @param parent code of its parent; null in a theme with one level
 * @param base what free codes begin with
 * @param heir code that may live on in it, or null
 * @param area its ground
 * @param points positions of its points among the weights
 * @param load what is balanced: weight or square metres
 * @param from codes of the grids that it takes ground from
 */
record NewGrid(
    int group,
    @Nullable String parent,
    String base,
    @Nullable String heir,
    LatticeMultiPolygon area,
    int[] points,
    double load,
    List<String> from) {}
