// The script of the page that annal writes: it enlivens the page, and turns it into an editor where its owner wants that.
import { Editor } from './editor';
import { problemList } from './tools';
import { Server } from './server';
import { enliven } from './viewer';
import type { Session } from './editor';
import type { PageData } from './timeline';

function start(main: HTMLElement, data: PageData, session: Session): Editor | undefined {
  enliven(main, data);
  return data.edits && new Editor(main, data, session);
}

const script = document.getElementById('annal-data');
const main = document.querySelector('main');
if (script && main) {
  const data = JSON.parse(script.textContent!) as PageData;
  const session: Session = {
    source: document.documentElement.outerHTML,
    server: Server.of(data),
    start: answer => {
      document.querySelector('main')!.replaceWith(answer.main);
      return start(answer.main, answer.data, session)!;
    },
  };
  start(main, data, session);
  if (session.server?.problems.length) problemList(document.querySelector('.tools')!, session.server.problems);
}
