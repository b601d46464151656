package org.gridwright.data.gwl;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import org.gridwright.core.gwl.GwlContent;
import org.gridwright.core.gwl.GwlWriter;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the file of {@link PlanBeside} right: writes it anew where it is not. Thread-safe. */
public final class BesideKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(BesideKeeper.class);

  private static final int BUFFER = 1 << 16;

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
    if (file.isEmpty() || store.condition().readOnly()) {
      return;
    }
    try {
      GwlContent content = PlansInFile.content(info, plan, locator);
      if (!isThere(file.get(), info, content.digest())) {
        write(file.get(), info.theme(), content);
      }
      store.plans().keepDigest(info.id(), content.digest(), edition);
    } catch (IOException | UncheckedIOException | StoreException cannot) {
      LOG.debug("The file of plans beside the store could not be written", cannot);
    }
  }

  private static boolean isThere(Path store, PlanInfo info, String digest) {
    try (PlansInFile file = PlanBeside.open(store, info.theme(), info.id(), digest).orElse(null)) {
      return file != null;
    }
  }

  private static void write(Path store, String theme, GwlContent content) throws IOException {
    Path target = PlanBeside.of(store, theme);
    Path part =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.deleteIfExists(part);
      createAs(store, part);
      try (FileOutputStream raw = new FileOutputStream(part.toFile())) {
        BufferedOutputStream out = new BufferedOutputStream(raw, BUFFER);
        GwlWriter writer = PlansInFile.writer(out);
        writer.add(content);
        writer.finish();
        out.flush();
        raw.getFD().sync();
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Makes a file that only those can read who can read the store. */
  private static void createAs(Path store, Path file) throws IOException {
    Files.createFile(file);
    if (Files.getFileStore(store).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(store));
    }
  }
}
