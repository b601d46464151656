/** Tests of layers, and random queries for the tests of what reads them. */
@NullMarked
package org.gridwright.data.layer;

import org.jspecify.annotations.NullMarked;
