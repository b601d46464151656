package org.gridwright.data.hotspot;

/** Colours from low to high that people who confuse red and green tell apart too: cividis. */
final class DensityColours {

  private static final int OPAQUE = 0xff000000;

  /** Evenly from the lowest to the highest. */
  private static final int[] CIVIDIS = {
    0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b,
    0xffea46
  };

  private DensityColours() {}

  /** The colour of a share of the peak, as alpha, red, green and blue. */
  static int of(double share) {
    double at = Math.max(0, Math.min(1, share)) * (CIVIDIS.length - 1);
    int below = Math.min(CIVIDIS.length - 2, (int) at);
    int colour = OPAQUE;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = (CIVIDIS[below] >> shift) & 0xff;
      int high = (CIVIDIS[below + 1] >> shift) & 0xff;
      colour |= (int) Math.round(low + (at - below) * (high - low)) << shift;
    }
    return colour;
  }
}
