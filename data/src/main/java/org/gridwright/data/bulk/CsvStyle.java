package org.gridwright.data.bulk;

/** How rows of CSV are written back. */
public enum CsvStyle {
  /**
   * As they came: byte order mark, line ends and empty lines stay. A row with more fields than the
   * header is refused, for its values would be lost or the appended ones misplaced.
   */
  AS_GIVEN,
  /**
   * By RFC 4180: each row ends with CRLF, empty lines and a byte order mark are left out. Fields
   * beyond the header's are left out.
   */
  RFC_4180
}
