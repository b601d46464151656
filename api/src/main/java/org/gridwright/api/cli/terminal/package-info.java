/**
 * What a command needs from the world around it: streams, environment, language, output files,
 * progress, and the sentence for every failure.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Results go to standard output, everything else (progress, notes, failures) to standard
 *       error; so a pipe carries results only.
 *   <li>An output file appears complete or not at all.
 *   <li>A command is one job ({@link org.gridwright.api.cli.terminal.CommandWork}), which Ctrl-C
 *       stops at its next checkpoint; what it had begun is tidied up before the process ends.
 *   <li>A failure is one sentence in the reader's language; a stack trace appears only on request.
 *   <li>Nothing here reads {@code System} state: {@link org.gridwright.api.cli.terminal.Console}
 *       carries it, so commands can run side by side in one process.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.cli.terminal.Session} first.
 */
@NullMarked
package org.gridwright.api.cli.terminal;

import org.jspecify.annotations.NullMarked;
