package org.gridwright.core.repair;

/**
 * What a repair does to one unit.
 *
 * @param squareMetresBefore its area as drawn; of an outline that crosses itself, what even–odd
 *     counting finds
 * @param gainedSquareMetres ground that it covers then and not now, by snapping too
 * @param lostSquareMetres ground that it covers now and then no more, by snapping too
 * @param vertexMetres how far its farthest vertex is snapped; 0 where none is
 */
public record Movement(
    String code,
    double squareMetresBefore,
    double squareMetresAfter,
    double gainedSquareMetres,
    double lostSquareMetres,
    double vertexMetres) {}
