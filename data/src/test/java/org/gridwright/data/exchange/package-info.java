/** Tests of readers and writers on files that the tests write. */
@NullMarked
package org.gridwright.data.exchange;

import org.jspecify.annotations.NullMarked;
