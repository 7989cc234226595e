// A timeline in React 19, which sets properties of custom elements and listens to their events.
import { useState } from 'react';
import 'annal-timeline';

export function Timeline({ timeline, onSelect }) {
  return <annal-timeline timeline={timeline} layout="auto" onannal-select={event => onSelect?.(event.detail)} />;
}

export function App({ timelines }) {
  const [shown, setShown] = useState(0);
  const [title, setTitle] = useState('');
  return <main>
    <h1>Timelines in React</h1>
    {timelines.map((timeline, i) => <button key={i} onClick={() => setShown(i)}>{timeline.documents[0].id}</button>)}
    <output>{title}</output>
    <Timeline key={shown} timeline={timelines[shown]} onSelect={detail => setTitle(detail?.event.title ?? '')} />
  </main>;
}
