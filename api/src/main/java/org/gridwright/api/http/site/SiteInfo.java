package org.gridwright.api.http.site;

import org.jspecify.annotations.Nullable;

/**
 * What the site says about itself.
 *
 * @param city its name; null for the name that its plan gives it
 * @param store the store's address without credentials
 * @param basemap null where none is configured
 */
public record SiteInfo(
    String version, @Nullable String city, String store, @Nullable Basemap basemap) {

  /**
   * A background map.
   *
   * @param url XYZ template
   */
  public record Basemap(String url, String attribution) {}
}
