/** Seeded benchmarks of the data module; run them with {@code scripts/bench}. */
@NullMarked
package org.gridwright.data.bench;

import org.jspecify.annotations.NullMarked;
