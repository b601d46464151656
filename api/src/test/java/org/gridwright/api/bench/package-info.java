/** Whole-process benchmarks of the server; {@code scripts/bench} runs them. */
@NullMarked
package org.gridwright.api.bench;

import org.jspecify.annotations.NullMarked;
