// What a page does with both packages; the bundlers bundle this. window.found is what it found.
import { Annal, AnnalError } from 'annal';
import { AnnalWorker } from 'annal/worker';
import 'annal-timeline';

const english = 'The old mill burned on 3 May 2014. Two days later the council closed the bridge.';
const found = {};
try {
  const annal = await Annal.load();
  const timeline = await annal.timeline(english);
  found.english = timeline.events.map(event => event.when);
  document.querySelector('#text').textContent = (await annal.render(english, { format: 'text', width: 80 })).output;
  found.fetchedFirst = performance.getEntriesByType('resource').filter(({ name }) => /\.part$/.test(name)).length;
  found.german = (await annal.dates('Die Mühle brannte am 3. Mai 2014.'))[0].value;
  found.refused = await annal.render(english, { layout: 'circle' }).catch(error => error instanceof AnnalError && error.message);
  const worker = await AnnalWorker.load();
  found.worker = (await worker.timeline(english)).events.map(event => event.when);
  found.workerGerman = (await worker.dates('Die Mühle brannte am 3. Mai 2014.'))[0].value;
  found.workerRefused = await worker.render(english, { layout: 'circle' }).catch(error => error instanceof AnnalError && error.message);
  worker.close();
  found.closed = await worker.dates(english).catch(error => error.message);
  const element = document.querySelector('annal-timeline');
  const drawn = new Promise(resolve => element.addEventListener('annal-ready', resolve, { once: true }));
  element.timeline = timeline;
  found.drawn = (await drawn).detail.events;
} catch (error) {
  found.error = `${error.message} ${error.stack}`;
}
window.found = found;
