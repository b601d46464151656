package org.gridwright.data.exchange;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to read: what it contains, by its first bytes, and its plain content. */
public final class InputFile {

  private static final int HEAD = 512;

  /** JSON as a script has it: an argument of a call, or the value of a variable. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?:(?:var|let|const)\\s++)?+[\\w$.]++\\s*+[(=]\\s*+[{\\[]");

  private static final int BUFFER = 1 << 16;

  /** What the first bytes say. */
  public enum Content {
    JSON,
    GEOPACKAGE,
    /** Neither of the others, and no format that is known to be useless here. */
    TEXT
  }

  private final Path path;
  private final long size;
  private final boolean compressed;
  private final Content content;

  private InputFile(Path path, long size) {
    this.path = path;
    this.size = size;
    this.compressed = startsAsGzip();
    this.content = sniff();
  }

  /**
   * The file at a path, found readable.
   *
   * @throws InputException when there is no such file, it cannot be read, is empty, or is of a
   *     format that must be converted first
   */
  public static InputFile of(Path path) {
    Source source = Source.file(path.toString());
    if (Files.isDirectory(path)) {
      throw InputException.at(source, "input.directory");
    }
    if (!Files.exists(path)) {
      throw InputException.at(source, "input.missing");
    }
    if (!Files.isReadable(path)) {
      throw InputException.at(source, "input.forbidden");
    }
    try {
      return new InputFile(path, Files.size(path));
    } catch (IOException e) {
      throw InputException.because(e, source, "input.unreadable", String.valueOf(e.getMessage()));
    }
  }

  public Path path() {
    return path;
  }

  /** The file's name without its folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Size on disk in bytes. */
  public long size() {
    return size;
  }

  public Content content() {
    return content;
  }

  /** Whether the content is compressed with gzip, by its first bytes. */
  public boolean isCompressed() {
    return compressed;
  }

  /** The file as a whole, as a place. */
  public Source source() {
    return Source.file(name());
  }

  /**
   * The content as text, decompressed and without its mark.
   *
   * @throws InputException when it is UTF-16 and neither marked nor said to be
   */
  Text openText(TextOptions told) {
    Bytes plain = openPlain();
    try {
      byte[] head = peek(plain.stream(), TextEncoding.HEAD);
      TextEncoding encoding = TextEncoding.of(head, told, source());
      plain.stream().skipNBytes(encoding.mark());
      return new Text(plain, encoding.charset());
    } catch (IOException e) {
      throw failure(e, source());
    }
  }

  /** Plain bytes behind the mark, and the encoding they are in. */
  record Text(Bytes bytes, Charset charset) {

    /** The characters; strict. */
    Reader reader(InputFile file, TextOptions told) {
      return new StrictReader(bytes.stream(), file.source(), charset, told.remedies());
    }
  }

  /** The content as it is, decompressed. */
  public Bytes openPlain() {
    try {
      CountingStream counted = new CountingStream(Files.newInputStream(path));
      InputStream raw = new BufferedInputStream(counted, BUFFER);
      InputStream plain = compressed ? new GZIPInputStream(raw, BUFFER) : raw;
      return new Bytes(new BufferedInputStream(plain, BUFFER), counted);
    } catch (IOException e) {
      throw failure(e, source());
    }
  }

  /** The sentence for a failure while reading. */
  public static InputException failure(IOException e, Source at) {
    if (e instanceof EOFException) {
      return InputException.because(e, at, "input.gzip-truncated");
    }
    if (e instanceof ZipException) {
      return InputException.because(e, at, "input.gzip-damaged");
    }
    return FullDevice.is(e)
        ? InputException.because(e, at, "input.no-room")
        : InputException.because(e, at, "input.unreadable", String.valueOf(e.getMessage()));
  }

  private Content sniff() {
    byte[] head;
    try (Bytes bytes = openPlain()) {
      head = bytes.stream().readNBytes(HEAD);
    } catch (IOException e) {
      throw failure(e, source());
    }
    String text = TextEncoding.glimpse(head);
    String stripped = text.stripLeading();
    if (stripped.isEmpty()) {
      throw InputException.at(source(), "input.empty");
    }
    if (text.startsWith("SQLite format 3\0")) {
      return Content.GEOPACKAGE;
    }
    refuseOthers(text, stripped);
    char first = stripped.charAt(0);
    return first == '{' || first == '[' || first == 0x1e ? Content.JSON : Content.TEXT;
  }

  private void refuseOthers(String text, String stripped) {
    if (text.startsWith("PK\3\4")) {
      throw InputException.at(source(), "input.is-zip");
    }
    if (text.startsWith("\0\0'\n")) {
      throw InputException.at(source(), "input.is-shapefile");
    }
    if (stripped.regionMatches(true, 0, "<!doctype html", 0, 14)
        || stripped.regionMatches(true, 0, "<html", 0, 5)) {
      throw InputException.at(source(), "input.is-html");
    }
    if (stripped.startsWith("//") || stripped.startsWith("/*")) {
      throw InputException.at(source(), "input.is-json-comment");
    }
    if (SCRIPT.matcher(stripped).lookingAt()) {
      throw InputException.at(source(), "input.is-json-call");
    }
    if (stripped.startsWith("<")) {
      throw InputException.at(source(), "input.is-xml");
    }
  }

  private boolean startsAsGzip() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), HEAD)) {
      return isGzip(in);
    } catch (IOException e) {
      throw failure(e, source());
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] head = in.readNBytes(length);
    in.reset();
    return head;
  }

  /** The plain bytes, and how many bytes of the file they took so far. */
  public static final class Bytes implements AutoCloseable {

    private final InputStream stream;
    private final CountingStream counted;

    private Bytes(InputStream stream, CountingStream counted) {
      this.stream = stream;
      this.counted = counted;
    }

    public InputStream stream() {
      return stream;
    }

    /** Bytes of the file read so far. */
    public long read() {
      return counted.count();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
