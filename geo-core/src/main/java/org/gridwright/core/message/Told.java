package org.gridwright.core.message;

/**
 * An exception that carries its sentence as a {@link Message}; {@code getMessage()} is the English
 * wording.
 */
public interface Told {

  Message told();
}
