// The script of a page that may be edited. It stands before the page's own script (page.ts), which calls it.
import { Editor } from './editor';
import { problemList } from './tools';
import { Server } from './server';
import type { Session, StartEditor } from './editor';

const start: StartEditor = (main, data, source, enliven) => {
  const sheet = new CSSStyleSheet();
  const session: Session = {
    source,
    server: Server.of(data),
    start: answer => {
      if (answer.style !== undefined) {
        // The page's own style element is named by its hash in the security policy; this one needs no permission.
        sheet.replaceSync(answer.style);
        document.adoptedStyleSheets = [sheet];
        for (const old of document.styleSheets) old.disabled = true;
      }
      document.querySelector('main')!.replaceWith(answer.main);
      enliven(answer.main, answer.data);
      return new Editor(answer.main, answer.data, session);
    },
  };
  new Editor(main, data, session);
  if (session.server?.problems.length) problemList(document.querySelector('.tools')!, session.server.problems);
};
(globalThis as { annalEditor?: StartEditor }).annalEditor = start;
