// The worker that paints tiles: a bundle of its own.
import { SIDE, type FromPainter, type ToPainter } from './messages';
import { Painter } from './painter';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToPainter>) => void) | null;
  postMessage(message: FromPainter, handed: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const canvas = new OffscreenCanvas(SIDE, SIDE);
const context = canvas.getContext('2d');
if (context) {
  const painter = new Painter({ context, take: () => canvas.transferToImageBitmap() }, (message, handed) =>
    scope.postMessage(message, handed),
  );
  scope.onmessage = ({ data }) => painter.take(data);
}
