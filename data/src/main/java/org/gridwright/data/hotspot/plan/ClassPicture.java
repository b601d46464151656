package org.gridwright.data.hotspot.plan;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.plan.Unit;

/** A result as a picture: its places in the colours of their classes, north above. */
final class ClassPicture {

  /** Pixels of the longer side. */
  private static final int LONGER = 1600;

  private static final int HATCH = 6;

  /** The bounds of the places, around which the picture is drawn. */
  private final LatticeEnvelope box;

  private final LocalFrame frame;
  private final double pixelsPerMetre;
  private final BufferedImage image;
  private final Graphics2D canvas;

  private ClassPicture(LatticeEnvelope box) {
    this.box = box;
    this.frame = LocalFrame.around(box);
    double wide = Math.max(1, ((double) box.maxX() - box.minX()) * frame.east());
    double high = Math.max(1, ((double) box.maxY() - box.minY()) * frame.north());
    this.pixelsPerMetre = LONGER / Math.max(wide, high);
    this.image = new BufferedImage(pixels(wide), pixels(high), BufferedImage.TYPE_INT_ARGB);
    this.canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setStroke(new BasicStroke(0.5f));
  }

  private int pixels(double metres) {
    return Math.max(1, (int) Math.ceil(metres * pixelsPerMetre));
  }

  /** Writes a PNG; leaves the stream open. */
  static void write(HotspotResult result, OutputStream out) throws IOException {
    List<Unit> units = result.snapshot().plan().units(result.question().depth());
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Unit unit : units) {
      box = box.union(unit.drawnArea().envelope());
    }
    ClassPicture picture = new ClassPicture(box);
    for (int unit = 0; unit < units.size(); unit++) {
      picture.draw(units.get(unit).drawnArea(), result.classOf(unit).id());
    }
    picture.canvas.dispose();
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture.image, "png", image);
    }
  }

  private void draw(LatticeMultiPolygon area, String classId) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    area.forEachRing(
        ring -> {
          for (int i = 0; i < ring.size(); i++) {
            double x = ((double) ring.x(i) - box.minX()) * frame.east() * pixelsPerMetre;
            double y = ((double) box.maxY() - ring.y(i)) * frame.north() * pixelsPerMetre;
            if (i == 0) {
              path.moveTo(x, y);
            } else {
              path.lineTo(x, y);
            }
          }
          path.closePath();
        });
    Color colour = new Color(ClassColours.of(classId));
    canvas.setPaint(classId.equals(ClassColours.NOT_DEFINED) ? hatched(colour) : colour);
    canvas.fill(path);
    canvas.setPaint(Color.WHITE);
    canvas.draw(path);
  }

  /** Lines from lower left to upper right, so that it is not told by colour alone. */
  private static TexturePaint hatched(Color colour) {
    BufferedImage tile = new BufferedImage(HATCH, HATCH, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < HATCH; i++) {
      tile.setRGB(i, HATCH - 1 - i, colour.getRGB());
    }
    return new TexturePaint(tile, new Rectangle(HATCH, HATCH));
  }
}
