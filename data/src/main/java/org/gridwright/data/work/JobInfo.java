package org.gridwright.data.work;

import java.time.Instant;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a job at one moment, without its result. Immutable.
 *
 * @param id from 1, unique in its room
 * @param share how much is done, from 0 to 1
 * @param step what is done now; null where the work has no named steps
 * @param created when it was asked for
 * @param started when it began; null while it waits, and where it never did
 * @param ended when it was over; null until then
 * @param deadline when it is stopped; null for never
 */
public record JobInfo(
    long id,
    JobKind kind,
    JobState state,
    double share,
    @Nullable Message step,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable Instant deadline) {}
