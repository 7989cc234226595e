// The formats that the page saves: those of `annal build --format` that the module has, but for pages, which it shows.
import type { Format } from '../module/annal';

export interface SavedFormat { name: Format; label: string; ending: string; type: string }

export const formats: SavedFormat[] = [
  { name: 'svg', label: 'Picture (SVG)', ending: '.svg', type: 'image/svg+xml' },
  { name: 'json', label: 'Data (JSON)', ending: '.json', type: 'application/json' },
  { name: 'text', label: 'Plain text', ending: '.timeline.txt', type: 'text/plain' },
  { name: 'csv', label: 'Table (CSV)', ending: '.csv', type: 'text/csv' },
  { name: 'ics', label: 'Calendar (iCalendar)', ending: '.ics', type: 'text/calendar' },
  { name: 'markwhen', label: 'Markwhen', ending: '.mw', type: 'text/plain' },
  { name: 'mermaid', label: 'Mermaid timeline', ending: '.mmd', type: 'text/plain' },
  { name: 'mermaid-gantt', label: 'Mermaid Gantt chart', ending: '.gantt.mmd', type: 'text/plain' },
  { name: 'timelinejs', label: 'TimelineJS', ending: '.timelinejs.json', type: 'application/json' },
  { name: 'vis', label: 'vis-timeline', ending: '.vis.json', type: 'application/json' },
  { name: 'timeml', label: 'TimeML', ending: '.tml', type: 'application/xml' },
  { name: 'graphml', label: 'GraphML', ending: '.graphml', type: 'application/xml' },
  { name: 'jsonld', label: 'JSON-LD', ending: '.jsonld', type: 'application/ld+json' },
];
