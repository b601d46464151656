/**
 * Configuration and wiring: the only place that knows all parts and puts them together.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>As long as there are no accounts the server listens on the loopback interface only.
 *   <li>{@link org.gridwright.api.app.Server#close} lets running requests finish first.
 *   <li>The store belongs to the caller: the server neither opens nor closes it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.app.Server} first.
 */
@NullMarked
package org.gridwright.api.app;

import org.jspecify.annotations.NullMarked;
