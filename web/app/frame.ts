// The frame that shows a page of `annal build -f html` as it is, with its own security policy, drafts and exports.
import { appFrame } from '../host';
import { fillDrawModule } from './draw_module';

/** What a frame reports. */
export interface FrameEvents {
  /** The owner has edited; `toml` is the edits file with the changes. */
  edited(toml: string): void;
  /** What is dragged over the page inside or dropped on it. */
  dragged(event: DragEvent): void;
}

/** Shows `page` in `place`, in a frame of its own each time: so the browser's "back" leads to no earlier one. */
export function showPage(place: HTMLElement, page: string, title: string, on: FrameEvents): Promise<void> {
  const frame = document.createElement('iframe'), address = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
  frame.title = title;
  frame.name = appFrame;
  const shown = new Promise<void>(done => frame.addEventListener('load', () => {
    URL.revokeObjectURL(address);
    const inner = frame.contentDocument;
    if (inner) {
      listen(inner, on);
      fillDrawModule(inner).catch(() => undefined);  // no network: the pictures stay as they are
    }
    done();
  }, { once: true }));
  frame.src = address;
  place.replaceChildren(frame);
  return shown;
}

function listen(inner: Document, on: FrameEvents): void {
  inner.addEventListener('annal-changed', event => on.edited((event as CustomEvent<string>).detail));
  for (const name of ['dragover', 'drop'] as const) inner.addEventListener(name, on.dragged);
  // A frame shows no other site: such a link opens in a tab of its own.
  inner.addEventListener('click', event => {
    const link = (event.target as Element).closest('a'), to = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    if (event.defaultPrevented || !/^https?:/.test(to)) return;
    event.preventDefault();
    open(to, '_blank', 'noopener,noreferrer');
  });
}
