package org.gridwright.api.http.layers;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.api.http.Parameters;

/** One layer. */
interface Layer {

  /** Its name in paths; the title is the message {@code layer.<id>}. */
  String id();

  /** {@code polygon} or {@code point}. */
  String geometry();

  /** How many features there are without any condition. */
  long features();

  Selection select(Parameters parameters);

  /**
   * The features that a request means.
   *
   * @param dependencies what they depend on beside the request, such as a plan's id or a version
   * @param features opens them; the stream must be closed
   */
  record Selection(List<Object> dependencies, Supplier<Stream<LayerFeature>> features) {}
}
