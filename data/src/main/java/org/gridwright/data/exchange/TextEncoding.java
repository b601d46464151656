package org.gridwright.data.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a text is: that of its mark, else the one that was said, else UTF-8. The one
 * place that decides it, for CSV and JSON, files and bodies.
 *
 * @param charset the encoding
 * @param mark bytes of its mark at the beginning; 0 where there is none
 */
public record TextEncoding(Charset charset, int mark) {

  /** So many bytes are looked at. */
  public static final int HEAD = 4;

  private static final Mark[] MARKS = {
    new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
    new Mark(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0),
    new Mark(Charset.forName("UTF-32BE"), 0, 0, 0xfe, 0xff),
    new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
    new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff),
    new Mark(Charset.forName("GB18030"), 0x84, 0x31, 0x95, 0x33),
  };

  /** How a text of an encoding begins. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Mark(Charset charset, int... bytes) {

    boolean begins(byte[] head) {
      for (int i = 0; i < bytes.length; i++) {
        if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The encoding of a text by its first bytes.
   *
   * @throws InputException when it is UTF-16 and neither marked nor said to be
   */
  public static TextEncoding of(byte[] head, TextOptions told, Source source) {
    TextEncoding marked = marked(head);
    if (marked != null) {
      return marked;
    }
    Charset said = told.encoding();
    if (said != null) {
      return new TextEncoding(said, 0);
    }
    Charset wide = wide(head);
    if (wide != null) {
      throw InputException.at(
          source, "input.is-utf-16", wide.name(), told.remedies().encoding(wide.name()));
    }
    return new TextEncoding(StandardCharsets.UTF_8, 0);
  }

  /**
   * The text of a whole body.
   *
   * @throws InputException when it is not in the encoding that it is said or marked to be in
   */
  public static String decoded(byte[] bytes, TextOptions told, Source source) {
    StringWriter text = new StringWriter(bytes.length);
    try (Reader reader = reader(new ByteArrayInputStream(bytes), told, source)) {
      reader.transferTo(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What to say of text that is not in its encoding. */
  public static Message notText(Charset encoding, Remedies remedies) {
    return encoding.equals(StandardCharsets.UTF_8)
        ? DataMessages.of("input.not-utf8", remedies.encoding("GBK"))
        : DataMessages.of("input.not-encoded", encoding.name(), remedies.encoding("UTF-8"));
  }

  /** A stream as text; see {@link #decoded}. */
  static Reader reader(InputStream in, TextOptions told, Source source) throws IOException {
    PushbackInputStream all = new PushbackInputStream(in, HEAD);
    byte[] head = all.readNBytes(HEAD);
    TextEncoding encoding = of(head, told, source);
    all.unread(head, encoding.mark, head.length - encoding.mark);
    return new StrictReader(all, source, encoding.charset, told.remedies());
  }

  /** What the first bytes say as text whatever the encoding, to tell formats apart. */
  static String glimpse(byte[] head) {
    TextEncoding marked = marked(head);
    Charset wide = marked == null ? wide(head) : null;
    int from = marked == null ? 0 : marked.mark;
    Charset charset =
        marked != null && !marked.charset.equals(StandardCharsets.UTF_8)
            ? marked.charset
            : wide != null ? wide : StandardCharsets.ISO_8859_1;
    return new String(head, from, head.length - from, charset);
  }

  private static @Nullable TextEncoding marked(byte[] head) {
    return Arrays.stream(MARKS)
        .filter(each -> each.begins(head))
        .findFirst()
        .map(each -> new TextEncoding(each.charset, each.bytes.length))
        .orElse(null);
  }

  /** UTF-16 without a mark, as it looks where the text begins with ASCII. */
  private static @Nullable Charset wide(byte[] head) {
    if (head.length < HEAD) {
      return null;
    }
    if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0
        ? StandardCharsets.UTF_16BE
        : null;
  }
}
