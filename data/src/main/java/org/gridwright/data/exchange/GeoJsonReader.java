package org.gridwright.data.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.InputFile.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads GeoJSON: a FeatureCollection, a Feature, or a sequence of either (RFC 8142 and one Feature
 * a line). The {@code crs} member of GeoJSON 2008 is understood where it stands before the
 * features; after them only where it says what was assumed.
 */
final class GeoJsonReader implements FeatureReader {

  /** Longest string in a file, in characters: far above any name, far below any heap. */
  private static final int MAX_STRING = 8_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(MAX_STRING)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_RS_CONTROL_CHAR)
          .build();

  private final InputFile file;
  private final ReadOptions options;
  private final NamedSystem system;
  private final Bytes bytes;
  private final JsonParser parser;
  private final GeoJsonFeatures features;
  private boolean inCollection;
  private boolean sawFeatures;
  private long number;
  private @Nullable Feature next;

  GeoJsonReader(InputFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
    this.system = new NamedSystem(file.source(), options);
    InputFile.Text text = file.openText(options.text());
    this.bytes = text.bytes();
    this.parser = parser(text);
    this.features = new GeoJsonFeatures(file, parser);
    boolean opened = false;
    try {
      next = advance();
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** Reads the first bytes, which may be damaged already. */
  private JsonParser parser(InputFile.Text text) {
    try {
      return text.charset().equals(StandardCharsets.UTF_8)
          ? JSON.createParser(ObjectReadContext.empty(), bytes.stream())
          : JSON.createParser(ObjectReadContext.empty(), text.reader(file, options.text()));
    } catch (JacksonIOException broken) {
      throw InputFile.failure(Objects.requireNonNull(broken.getCause()), file.source());
    }
  }

  @Override
  public Optional<String> crs() {
    return system.crs();
  }

  @Override
  public List<Message> notes() {
    return system.notes();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Feature next() {
    Feature current = next;
    if (current == null) {
      throw new NoSuchElementException();
    }
    next = advance();
    return current;
  }

  @Override
  public long bytesRead() {
    return bytes.read();
  }

  @Override
  public Source source() {
    return file.source();
  }

  @Override
  public long bytesTotal() {
    return file.size();
  }

  @Override
  public void close() {
    parser.close();
    try {
      bytes.close();
    } catch (IOException e) {
      throw InputFile.failure(e, file.source());
    }
  }

  private @Nullable Feature advance() {
    try {
      return read();
    } catch (JacksonIOException e) {
      throw InputFile.failure(Objects.requireNonNull(e.getCause()), place());
    } catch (StreamConstraintsException e) {
      throw InputException.because(e, place(), "input.json-too-long", MAX_STRING);
    } catch (JacksonException e) {
      if (endsTooEarly(e)) {
        throw InputException.because(e, place(), "input.json-truncated");
      }
      if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
        throw StrictReader.notText(
            Source.line(file.name(), e.getLocation().getLineNr()),
            StandardCharsets.UTF_8,
            options.text().remedies());
      }
      if (e.getOriginalMessage().contains("comment")) {
        throw InputException.because(e, file.source(), "input.is-json-comment");
      }
      throw InputException.because(
          e,
          place(),
          "input.json-syntax",
          e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getLineNr()),
          e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getColumnNr()));
    }
  }

  /** The parser has a type of its own for some ends of the input, and only words for others. */
  private static boolean endsTooEarly(JacksonException e) {
    return e instanceof UnexpectedEndOfInputException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  /** The feature being read, or the file before the first one. */
  private Source place() {
    return sawFeatures || number > 0 ? Source.feature(file.name(), number + 1) : file.source();
  }

  private @Nullable Feature read() {
    while (true) {
      if (inCollection) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          return counted(features.feature(number + 1));
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
          throw InputException.at(Source.feature(file.name(), number + 1), "input.not-a-feature");
        }
        inCollection = false;
        Feature single = readMembers();
        if (single != null) {
          return single;
        }
        continue;
      }
      JsonToken token = parser.nextToken();
      if (token == null) {
        if (!sawFeatures && number == 0) {
          throw InputException.at(file.source(), "input.no-features");
        }
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        throw InputException.at(file.source(), "input.not-geojson");
      }
      Feature single = readMembers();
      if (single != null) {
        return single;
      }
    }
  }

  /**
   * Reads members of a top-level object up to its features or its end. Returns the feature where
   * the object turns out to be one.
   */
  private @Nullable Feature readMembers() {
    GeoJsonFeatures.SeenMembers single = new GeoJsonFeatures.SeenMembers();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (name.equals("features") && parser.currentToken() == JsonToken.START_ARRAY) {
        inCollection = true;
        sawFeatures = true;
        return null;
      }
      if (name.equals("geometryType") && parser.getString().startsWith("esri")) {
        throw InputException.at(file.source(), "input.is-esri-json");
      }
      if (name.equals("crs")) {
        readCrs();
      } else {
        features.member(name, single, number + 1);
      }
    }
    return features.finish(single, number + 1).map(this::counted).orElse(null);
  }

  private Feature counted(Feature feature) {
    number++;
    return feature;
  }

  private void readCrs() {
    String name = features.crsName();
    if (name == null) {
      return;
    }
    String assumed = crs().orElse(ReadOptions.LON_LAT);
    system.named(name);
    if (sawFeatures && !system.isTold() && !crs().orElse(assumed).equals(assumed)) {
      throw InputException.at(file.source(), "input.crs-late", crs().orElse(assumed));
    }
  }
}
