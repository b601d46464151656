package org.gridwright.api.http.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was asked for: {@code /api/v1/exports/{id}}.
 *
 * @param name of the file
 * @param state waiting, running, done, failed or cancelled
 * @param share how much is done, from 0 to 1
 * @param rows null until it is done
 * @param bytes of the file; null until it is done
 * @param detail why it failed; null where it did not
 */
record ExportAnswer(
    String id,
    String layer,
    String format,
    String name,
    String state,
    double share,
    @Nullable Long rows,
    @Nullable Long bytes,
    Instant created,
    @Nullable String detail) {}
