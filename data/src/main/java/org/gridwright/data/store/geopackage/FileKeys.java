package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Which files lie at a store's paths, by device and inode. Found without opening them: closing a
 * database file drops all locks that the process has on it, SQLite's too.
 *
 * @param file null where there is none, or the system has no such keys
 * @param log likewise
 * @param index likewise
 * @param content when the file was written last, and its size
 */
record FileKeys(
    @Nullable Object file, @Nullable Object log, @Nullable Object index, @Nullable Stamp content) {

  /** What changes when a file is written to. */
  record Stamp(FileTime written, long size) {}

  static FileKeys of(StoreFile store) throws IOException {
    BasicFileAttributes file = attributes(store.path());
    BasicFileAttributes log = attributes(store.log());
    BasicFileAttributes index = attributes(store.index());
    return new FileKeys(
        file == null ? null : file.fileKey(),
        log == null ? null : log.fileKey(),
        index == null ? null : index.fileKey(),
        file == null ? null : new Stamp(file.lastModifiedTime(), file.size()));
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException gone) {
      return null;
    }
  }
}
