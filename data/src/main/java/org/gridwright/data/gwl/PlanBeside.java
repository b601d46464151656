package org.gridwright.data.gwl;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.gridwright.core.gwl.GwlPlan;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The file of plans beside a store that is a file: {@code city.gpkg} has the plan in force of theme
 * {@code beats} in {@code city.beats.gwl}. It is a copy that may go at any time: it is used while
 * its digest is the one that the store has of the plan, and made anew when it is not.
 */
public final class PlanBeside {

  private PlanBeside() {}

  /** Where the file of a theme lies. */
  public static Path of(Path store, String theme) {
    return sibling(store, theme + ".gwl");
  }

  private static Path sibling(Path store, String ending) {
    String name = String.valueOf(store.getFileName());
    return store.resolveSibling(name.replaceFirst("(?i)\\.gpkg$", "") + "." + ending);
  }

  /**
   * Where something else that is kept of a store lies: beside it where it is a file, else in a
   * folder.
   *
   * @param folder null where nothing is kept of a store that is no file
   */
  public static Optional<Path> kept(Store store, @Nullable Path folder, String ending) {
    return store
        .file()
        .map(path -> sibling(path, ending))
        .or(() -> Optional.ofNullable(folder).map(in -> inFolder(in, store, ending)));
  }

  /**
   * Where the file of a theme lies in a folder that may hold those of several databases, which it
   * tells apart by their addresses.
   */
  private static Path inFolder(Path folder, Store store, String ending) {
    String address = store.description();
    String name = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
    return folder.resolve(name + "." + ending);
  }

  /**
   * Opens the file of a plan; whoever does closes it.
   *
   * @param digest of the plan, as the store has it
   * @return empty where there is none that can be used for this plan
   */
  public static Optional<PlansInFile> open(Path store, String theme, long plan, String digest) {
    return open(of(store, theme), plan, digest);
  }

  /** As above, of a file that lies anywhere. */
  static Optional<PlansInFile> open(Path path, long plan, String digest) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    @Nullable PlansInFile file = null;
    try {
      file = PlansInFile.open(path);
      GwlPlan held = file.ask(asked -> asked.plans().get(0));
      if (held.id() == plan && held.digest().equals(digest)) {
        PlansInFile usable = file;
        file = null;
        return Optional.of(usable);
      }
    } catch (InputException unusable) {
      return Optional.empty(); // as if there were none
    } finally {
      if (file != null) {
        file.close();
      }
    }
    return Optional.empty();
  }
}
