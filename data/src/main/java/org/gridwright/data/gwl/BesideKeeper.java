package org.gridwright.data.gwl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.gwl.GwlContent;
import org.gridwright.core.gwl.GwlWriter;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the file of {@link PlanBeside} right: writes it anew where it is not. Thread-safe. */
public final class BesideKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(BesideKeeper.class);

  private static final int BUFFER = 1 << 16;
  private static final String PART = ".part";

  /** Of a file that is being written: that of the file to be, and the process that writes. */
  private static final Pattern WRITER = Pattern.compile("(\\..+\\.)(\\d{1,18})\\.\\d+\\.part");

  private BesideKeeper() {}

  /**
   * Writes the file of the plan in force anew, as another file that is renamed, and has the store
   * keep the digest; does nothing where either cannot be written, or others wrote to plans since.
   *
   * @param edition what others had written when the plan was read: {@code store.rows()
   *     .planVersion()}
   */
  public static void keep(
      Store store, String edition, PlanInfo info, Plan plan, PackedLocator locator) {
    Optional<Path> file = store.file();
    if (file.isPresent()) {
      keep(store, PlanBeside.of(file.get(), info.theme()), edition, info, plan, locator);
    }
  }

  /** As above, in a file that lies anywhere. */
  static void keep(
      Store store, Path target, String edition, PlanInfo info, Plan plan, PackedLocator locator) {
    StoreCondition condition = store.condition();
    if (condition.readOnly() || condition.trouble() != null) {
      return;
    }
    try {
      GwlContent content = PlansInFile.content(info, plan, locator);
      if (!isThere(target, info, content.digest())) {
        write(store.file(), target, content);
      }
      store.plans().keepDigest(info.id(), content.digest(), edition);
    } catch (IOException | UncheckedIOException | StoreException cannot) {
      LOG.debug("The file of plans {} could not be written", target, cannot);
    }
  }

  private static boolean isThere(Path target, PlanInfo info, String digest) {
    try (PlansInFile file = PlanBeside.open(target, info.id(), digest).orElse(null)) {
      return file != null;
    }
  }

  private static void write(Optional<Path> store, Path target, GwlContent content)
      throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    removeLeftovers(folder, target);
    Path part =
        Files.createTempFile(folder, prefix(target) + ProcessHandle.current().pid() + ".", PART);
    try {
      if (store.isPresent()) {
        shareAs(store.get(), part);
      }
      try (FileChannel raw = FileChannel.open(part, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(raw), BUFFER)) {
        GwlWriter writer = PlansInFile.writer(out);
        writer.add(content);
        writer.finish();
        out.flush();
        raw.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Has a file read by those alone who can read the store; until then, by its owner. */
  private static void shareAs(Path store, Path file) throws IOException {
    if (Files.getFileStore(store).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(store));
    }
  }

  /** Removes what processes left that were ended in the middle of writing. */
  private static void removeLeftovers(Path folder, Path target) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, path -> isLeftover(path, prefix(target)))) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static boolean isLeftover(Path path, String prefix) throws IOException {
    Matcher name = WRITER.matcher(String.valueOf(path.getFileName()));
    if (!name.matches() || !name.group(1).equals(prefix)) {
      return false;
    }
    Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(name.group(2)));
    Instant written = Files.getLastModifiedTime(path).toInstant();
    return writer.isEmpty()
        || writer.get().info().startInstant().filter(written::isBefore).isPresent();
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }
}
