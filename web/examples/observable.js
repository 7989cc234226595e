// A notebook of Observable, as it exports one: a cell that draws, and one that follows the selection. In Observable
// Framework the first cell is: const picture = view(selectable(await FileAttachment("timeline.json").json()))
import 'annal-timeline';

/** An input of Observable: an element whose value is the selected event. */
export function selectable(timeline) {
  const element = document.createElement('annal-timeline');
  element.timeline = timeline;
  element.value = null;
  element.addEventListener('annal-select', event => {
    element.value = event.detail?.event ?? null;
    element.dispatchEvent(new Event('input'));
  });
  return element;
}

export default function define(runtime, observer) {
  const main = runtime.module();
  main.variable().define('timeline', () => fetch('timeline.json').then(answer => answer.json()));
  main.variable(observer('viewof selected')).define('viewof selected', ['timeline'], selectable);
  main.variable(observer('selected')).define('selected', ['Generators', 'viewof selected'], (Generators, input) => Generators.input(input));
  return main;
}
