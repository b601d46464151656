package org.gridwright.data.demo.life;

import java.time.LocalDateTime;
import org.gridwright.core.lattice.LatticePoint;

/**
 * A concentration of incidents that the generator put in, for analyses to find.
 *
 * @param centre of the disc
 * @param radiusMetres radius of the disc that all extra incidents lie in
 * @param category of the extra incidents
 * @param from first moment, inclusive
 * @param to last moment, exclusive
 * @param extra how many incidents there are above what is usual there
 * @param grids how many grids have an address in the disc
 */
public record Planted(
    LatticePoint centre,
    double radiusMetres,
    String category,
    LocalDateTime from,
    LocalDateTime to,
    int extra,
    int grids) {}
