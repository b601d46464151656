package org.gridwright.data.intake.look;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gridwright.data.exchange.InputFile;

/** Proposes the encoding of a text file by its first bytes. */
public final class EncodingProposal {

  private static final int HEAD = 1 << 20;

  private static final List<Charset> TRIED =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private EncodingProposal() {}

  /**
   * UTF-8, or GB18030 where the bytes are none of UTF-8, or windows-1252 where they are neither.
   *
   * @throws org.gridwright.data.exchange.InputException when the file cannot be read
   */
  public static Charset of(Path path) {
    InputFile file = InputFile.of(path);
    if (file.content() == InputFile.Content.GEOPACKAGE) {
      return StandardCharsets.UTF_8;
    }
    byte[] head;
    try (InputFile.Bytes bytes = file.openPlain()) {
      head = bytes.stream().readNBytes(HEAD);
    } catch (IOException broken) {
      throw InputFile.failure(broken, file.source());
    }
    return TRIED.stream()
        .filter(each -> reads(each, head))
        .findFirst()
        .orElse(Charset.forName("windows-1252"));
  }

  /** The end may be in the middle of a character. */
  private static boolean reads(Charset charset, byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    return !charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes), text, bytes.length < HEAD)
        .isError();
  }
}
