/**
 * Densities of incidents over the ground: kernels with a bandwidth in metres, on a plane in which
 * areas are right, with and without the ground beyond the plan's edge taken into account. A density
 * is a description; it is not tested, and never called a hotspot.
 *
 * <p>Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis, 1986; D. W.
 * Scott, Multivariate Density Estimation, 1992; P. J. Diggle, A kernel method for smoothing point
 * process data, Applied Statistics 34, 1985; J. E. Kelsall, P. J. Diggle, Kernel estimation of
 * relative risk, Bernoulli 1, 1995.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Places are metres east and north in a plane; {@link
 *       org.gridwright.core.hotspot.density.DensityPlane} is the one over a city, in which a square
 *       metre is one everywhere. What is drawn does not depend on the map's zoom.
 *   <li>Densities are incidents per square metre; {@link
 *       org.gridwright.core.hotspot.density.DensitySurface#perSquareKilometre} tells them by square
 *       kilometre.
 *   <li>The bandwidth of the Gaussian kernel is its standard deviation, that of the quartic kernel
 *       the radius at which it ends.
 *   <li>What is computed fast says by which part of the peak it may be wrong; the exact sum stays
 *       beside it as the reference.
 *   <li>A place outside the window of a corrected density has none.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.density.KernelDensity} first.
 */
@NullMarked
package org.gridwright.core.hotspot.density;

import org.jspecify.annotations.NullMarked;
