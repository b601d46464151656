package org.gridwright.data.bulk;

/** Records are lines that end with LF, as in NDJSON. */
final class LineSplitter implements RecordSplitter {

  private int seen;
  private int end;

  @Override
  public int lastEnd(byte[] bytes, int length) {
    for (int i = length - 1; i >= seen; i--) {
      if (bytes[i] == '\n') {
        end = i + 1;
        break;
      }
    }
    seen = length;
    return end;
  }

  @Override
  public void cut(int cut) {
    seen -= cut;
    end = 0;
  }

  @Override
  public boolean canEnd() {
    return true;
  }
}
