/**
 * The sentences of the data module for people; see {@link org.gridwright.core.message}.
 *
 * <p>Condition: keys are grouped by the package that uses them, one block each, in both catalogues.
 */
@NullMarked
package org.gridwright.data.message;

import org.jspecify.annotations.NullMarked;
