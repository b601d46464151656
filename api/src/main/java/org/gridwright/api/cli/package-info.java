/**
 * The command line: one class per command, and the entry point.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A command parses, calls the parts that do the work, and prints what they return; it holds
 *       no rule of the city.
 *   <li>Every command ends with 0 (done), 1 (failed), 2 (bad usage) or 3 (the check found something
 *       that blocks publishing); see {@link org.gridwright.api.cli.terminal.ExitStatus}.
 *   <li>Every text a person reads comes from a catalogue: help from {@code help.properties} beside
 *       this package, sentences from the module's {@code messages.properties}.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.cli.Main} first.
 */
@NullMarked
package org.gridwright.api.cli;

import org.jspecify.annotations.NullMarked;
