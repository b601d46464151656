package org.gridwright.data.gwl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Function;
import org.gridwright.core.gwl.GwlContent;
import org.gridwright.core.gwl.GwlDays;
import org.gridwright.core.gwl.GwlException;
import org.gridwright.core.gwl.GwlFile;
import org.gridwright.core.gwl.GwlSource;
import org.gridwright.core.gwl.GwlWriter;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** A file of plans that is open. Safe for any thread. */
public final class PlansInFile implements AutoCloseable {

  private static final String ENDING = ".gwl";
  private static final int[] FIRST_BYTES = {0x89, 'G', 'W', 'L'};

  private final FileChannel channel;
  private final Source place;
  private final GwlFile file;

  private PlansInFile(FileChannel channel, Source place, GwlFile file) {
    this.channel = channel;
    this.place = place;
    this.file = file;
  }

  /** Whether a file is one of plans, by its name or its first bytes. */
  public static boolean isOne(Path path) {
    if (String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      for (int expected : FIRST_BYTES) {
        if (in.read() != expected) {
          return false;
        }
      }
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Opens a file; whoever does closes it.
   *
   * @throws InputException when it is not there, or is no whole, undamaged file of plans
   */
  public static PlansInFile open(Path path) {
    Source place = InputFile.of(path).source();
    @Nullable FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      GwlFile file = GwlFile.of(new Blocks(channel, channel.size()));
      PlansInFile open = new PlansInFile(channel, place, file);
      channel = null;
      return open;
    } catch (GwlException unusable) {
      throw new InputException(place, unusable.told());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e, place);
    } finally {
      close(channel);
    }
  }

  /**
   * Asks the file.
   *
   * @throws InputException when what is asked for turns out to be damaged
   */
  public <R> R ask(Function<GwlFile, R> question) {
    try {
      return question.apply(file);
    } catch (GwlException unusable) {
      throw new InputException(place, unusable.told());
    } catch (UncheckedIOException e) {
      throw unreadable(e, place);
    }
  }

  /** A published plan as it is written. */
  public static GwlContent content(PlanInfo info, Plan plan, PackedLocator locator) {
    GwlDays days = new GwlDays(info.effectiveFrom(), info.effectiveTo());
    return new GwlContent(info.id(), info.revision(), days, plan, locator);
  }

  /** A writer into a stream, which it leaves open. */
  public static GwlWriter writer(OutputStream out) {
    return new GwlWriter(
        (bytes, count) -> {
          try {
            out.write(bytes, 0, count);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputException unreadable(Exception e, Source place) {
    return InputException.because(e, place, "input.unreadable", String.valueOf(e.getMessage()));
  }

  /** Reads by position, so that threads do not disturb one another. */
  private record Blocks(FileChannel channel, long size) implements GwlSource {

    @Override
    public int read(long position, byte[] to, int count) {
      ByteBuffer bytes = ByteBuffer.wrap(to, 0, count);
      try {
        while (position >= 0 && bytes.hasRemaining()) {
          if (channel.read(bytes, position + bytes.position()) < 0) {
            break;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.position();
    }
  }
}
