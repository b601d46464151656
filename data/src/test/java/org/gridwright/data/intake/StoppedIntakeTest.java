package org.gridwright.data.intake;

/** The contract on GeoPackages. */
class StoppedIntakeTest extends StoppedIntakeContract {

  private int stores;

  @Override
  String newAddress() {
    return folder.resolve("city" + stores++ + ".gpkg").toString();
  }
}
