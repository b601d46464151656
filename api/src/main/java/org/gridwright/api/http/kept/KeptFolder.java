package org.gridwright.api.http.kept;

import java.nio.file.Path;
import java.time.Instant;

/** A folder for what is to be kept, still empty, with its id. */
public record KeptFolder(String id, Path path, Instant made) {}
