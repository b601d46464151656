package org.gridwright.data.store;

import org.gridwright.core.message.Message;

/**
 * A row that another program wrote, and that cannot be read.
 *
 * @param table the name that other programs see
 * @param id of the record; its code for a unit
 * @param why what cannot be read, as a sentence
 */
public record UnreadableRow(String table, String id, Message why) {}
