/**
 * A made-up city to try Gridwright on, the same for the same seed.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>It does not exist: neither the city nor its people; its code prefix 4299 is not assigned.
 *   <li>Its plan is seamless on the lattice, every level is drawn, and its codes follow cn15.
 *   <li>The same options make the same city, byte for byte, on every JVM.
 *   <li>What was planted in its incidents is told ({@link
 *       org.gridwright.data.demo.DemoCity#planted}), so that analyses can be tested against it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.demo.DemoCity} first; {@link
 * org.gridwright.data.demo.DemoLoader} writes it into a store. The ground is grown in {@code
 * demo.ground}, and brought to life in {@code demo.life}.
 */
@NullMarked
package org.gridwright.data.demo;

import org.jspecify.annotations.NullMarked;
