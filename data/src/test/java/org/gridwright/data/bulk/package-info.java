/** Tests of bulk assignment, with FastCSV and Jackson as oracles. */
@NullMarked
package org.gridwright.data.bulk;

import org.jspecify.annotations.NullMarked;
