package org.gridwright.data.layer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as text that says nothing to whoever carries it: what the last row's place in
 * the order is, and a mark of that order, by which a page of another query is told.
 */
public final class PageToken {

  private static final int NULL = -1;

  private PageToken() {}

  /** The token behind a row, for the page that begins there. */
  public static String after(LayerSchema schema, LayerQuery checked, LayerRow last) {
    List<@Nullable Object> place = new RowOrder(schema, checked).place(last);
    List<byte[]> parts = new ArrayList<>();
    int size = Integer.BYTES;
    for (Object value : place) {
      byte[] part = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
      parts.add(part);
      size += Integer.BYTES + part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putInt(mark(schema, checked));
    for (int i = 0; i < parts.size(); i++) {
      out.putInt(place.get(i) == null ? NULL : parts.get(i).length).put(parts.get(i));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  /**
   * The place behind which a checked query's page begins; null for the first page.
   *
   * @throws LayerException when the token is none, or of another layer or order
   */
  public static @Nullable List<@Nullable Object> place(LayerSchema schema, LayerQuery checked) {
    String token = checked.page().after();
    if (token == null) {
      return null;
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (in.getInt() != mark(schema, checked)) {
        throw new IllegalArgumentException(token);
      }
      List<@Nullable Object> place = new ArrayList<>();
      for (SortKey key : checked.sort()) {
        place.add(read(in, schema.field(key.field())));
      }
      if (in.hasRemaining()) {
        throw new IllegalArgumentException(token);
      }
      return place;
    } catch (IllegalArgumentException | BufferUnderflowException foreign) {
      throw new LayerException(DataMessages.of("layer.page-unknown", schema.name()));
    }
  }

  private static @Nullable Object read(ByteBuffer in, Field field) {
    int length = in.getInt();
    if (length == NULL && !field.required()) {
      return null;
    }
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException(field.name());
    }
    byte[] text = new byte[length];
    in.get(text);
    return field.type().read(new String(text, StandardCharsets.UTF_8));
  }

  private static int mark(LayerSchema schema, LayerQuery checked) {
    return 31 * schema.name().hashCode() + checked.sort().hashCode();
  }
}
