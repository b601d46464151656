package org.gridwright.api.http.exports;

/**
 * How large a file would be.
 *
 * @param exact whether {@code bytes} was measured, not judged by the first rows
 */
record ExportSize(long rows, long bytes, boolean exact) {}
