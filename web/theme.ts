// Light or dark as the reader chooses, or as the system has it. All colours hang on one media query of the style sheets, of the
// page and of the picture; choosing replaces its condition. A theme of the timeline's owner leaves no choice.
import { element } from './words';
import type { Say } from './labels';
import type { Timeline } from './timeline';

type Choice = 'system' | 'light' | 'dark';
const stored = 'annal-theme', dark = /\s*(?:and\s*)?\(prefers-color-scheme:\s*dark\)/;
const conditions = new WeakMap<CSSMediaRule, string>();
let choice: Choice = 'system';

function apply(to: Choice): void {
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const condition = conditions.get(rule) ?? rule.media.mediaText;
      if (!dark.test(condition)) continue;
      conditions.set(rule, condition);
      rule.media.mediaText = to === 'system' ? condition : to === 'dark' ? condition.replace(dark, '') || 'all' : 'not all';
    }
  }
  document.documentElement.style.colorScheme = to === 'system' ? '' : to;
}

/** Runs `act` while the style sheets are as annal wrote them. */
export function inSystemTheme<T>(act: () => T): T {
  apply('system');
  const done = act();
  apply(choice);
  return done;
}

export function themeSwitch(timeline: Timeline, say: Say): HTMLElement[] {
  if (timeline.presentation?.theme) return [];
  try { choice = (localStorage.getItem(stored) as Choice | null) ?? choice; } catch { /* no storage: as the system has it */ }
  if (!['system', 'light', 'dark'].includes(choice)) choice = 'system';
  const select = document.createElement('select');
  select.name = 'theme';
  for (const name of ['system', 'light', 'dark'] as const) select.append(new Option(say(`theme-${name}`), name));
  select.value = choice;
  select.addEventListener('change', () => {
    choice = select.value as Choice;
    apply(choice);
    try { localStorage.setItem(stored, choice); } catch { /* for as long as the page is open */ }
  });
  if (choice !== 'system') apply(choice);
  const label = element('label', say('theme'), select);
  label.className = 'theme';
  return [label];
}
