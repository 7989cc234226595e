// Twenty edits of the ferry's page, as an owner makes them with the mouse and with the keyboard alone. Both make one file.
/** The steps of either way. `how` opens cards, presses buttons and fills fields. */
export const edits = [
  ['the title of an event', how => how.card('e17', 'title', { title: 'The Tamsin is built' })],
  ['its date', how => how.card('e17', 'date', { date: 'May 1987' })],
  ['a title and a date at once', how => how.card('e28', 'title', { title: 'The operator ignores two warnings', date: 'since Dec 2023' })],
  ['a day', how => how.card('e23', 'date', { date: '6 Feb 2024' })],
  ['hiding by the card', how => how.press('e16', 'Hide')],
  ['hiding by the row', how => how.row('e8')],
  ['showing again', how => how.row('e8')],
  ['hiding another', how => how.row('e3')],
  ['showing what was left out', how => how.leftOut('e4')],
  ['pinning', how => how.press('e24', 'Pin')],
  ['the lane', how => how.more('e24', { lane: 'Inquiry' })],
  ['the colour', how => how.more('e39', { colour: '#b42318' })],
  ['the status', how => how.more('e39', { status: 'reported' })],
  ['a note', how => how.more('e10', { note: 'Says "the captain".' })],
  ['a link and an image', how => how.more('e10', { link: 'https://example.org/ferry', image: 'https://example.org/ferry.jpg' })],
  ['accepting', how => how.press('e20', 'Accept')],
  ['the headline', how => how.headline({ title: 'The Tamsin stays in port', subtitle: 'A ferry and its crack', credit: 'Northern Wire', note: 'As of March 2024.' })],
  ['an event that the text does not tell of', how => how.add({ title: 'The second crack <b>is</b> found', date: '20 March 2024' })],
  ['merging two', how => how.merge('e15', 'e30')],
  ['taking back the title of one', how => how.press('e28', 'Reset')],
];

/** The edits file that they make; "{e3}" stands for the quote that names the event e3. */
export const expected = `title = "The Tamsin stays in port"
subtitle = "A ferry and its crack"
credit = "Northern Wire"
note = "As of March 2024."

[[merge]]
events = ["{e15}", "{e30}"]

[[event]]
words = "{e17}"
title = "The Tamsin is built"
date = "May 1987"

[[event]]
words = "{e23}"
date = "6 Feb 2024"

[[event]]
words = "{e16}"
hide = true

[[event]]
words = "{e8}"
show = true

[[event]]
words = "{e3}"
hide = true

[[event]]
words = "{e4}"
show = true

[[event]]
words = "{e24}"
pin = true
lane = "Inquiry"

[[event]]
words = "{e39}"
status = "reported"
colour = "#b42318"

[[event]]
words = "{e10}"
note = "Says \\"the captain\\"."
link = "https://example.org/ferry"
image = "https://example.org/ferry.jpg"

[[event]]
words = "{e20}"
title = "The shipyard in Osterby replaced its port engine"
date = "2024-01"
accepted = true

[[add]]
title = "The second crack <b>is</b> found"
date = "20 March 2024"
`;

/** With the mouse: every place is clicked. */
export function byMouse(page) {
  const mark = (id, part) => page.locator(`.wide [data-event="${id}"] text${part === 'date' ? '.m' : ':not(.m)'}`);
  const fill = async (fields, prefix = '') => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`.card [name="${prefix}${name}"]`);
      if (name === 'status') await field.selectOption(value);
      else { await field.click({ clickCount: 3 }); await field.fill(''); await field.type(value); }
    }
    await page.locator('.card').getByRole('button', { name: 'Done' }).click();
  };
  return {
    async card(id, part, fields) { await mark(id, part).click(); await fill(fields); },
    async press(id, name) { await page.locator(`tr[data-event="${id}"] a`).click(); await page.locator('.card').getByRole('button', { name, exact: true }).click(); },
    async row(id) { await page.locator(`tr[data-event="${id}"] .flip`).click(); },
    async leftOut(id) { await page.locator(`.leftout [data-event="${id}"] .flip`).click(); },
    async more(id, fields) { await mark(id, 'title').click(); await page.locator('.card summary').click(); await fill(fields); },
    async headline(fields) { await page.locator('h1').click(); await fill(fields, 'page-'); },
    async add(fields) { await page.getByRole('button', { name: 'Add event' }).click(); await fill(fields); },
    async merge(onto, dragged) {
      const [from, to] = [page.locator(`tr[data-event="${dragged}"] td`).nth(1), page.locator(`tr[data-event="${onto}"] td`).nth(1)];
      await from.scrollIntoViewIfNeeded();
      const [a, b] = [await from.boundingBox(), await to.boundingBox()];
      await page.mouse.move(a.x + 4, a.y + 4);
      await page.mouse.down();
      await page.mouse.move(a.x + 10, a.y - 10, { steps: 3 });
      await page.mouse.move(b.x + 6, b.y + 6, { steps: 3 });
      await page.mouse.up();
    },
    async undo() { await page.getByRole('button', { name: 'Undo' }).click(); },
    async redo() { await page.getByRole('button', { name: 'Redo' }).click(); },
  };
}

/** By keyboard alone: Tab, arrows, Enter, F2, Escape and letters, from wherever the focus is. */
export function byKeyboard(page) {
  const key = name => page.keyboard.press(name);
  const at = selector => page.evaluate(s => !!document.activeElement?.matches(s), selector);
  const tabTo = async (selector, back = false) => {
    for (let i = 0; i < 500; i++) {
      if (await at(selector)) return;
      await key(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  const fill = async (fields, prefix = '') => {
    for (const [name, value] of Object.entries(fields)) {
      await tabTo(`.card [name="${prefix}${name}"]`);
      if (name === 'status') await page.keyboard.type(value);
      else { await key('Control+A'); await key('Delete'); await page.keyboard.type(value); }
    }
    await tabTo('.card .buttons:last-child button:first-child');
    await key('Enter');
  };
  const openMark = async (id, name) => {
    await tabTo('.wide [data-event]');
    await key('Home');
    for (let i = 0; i < 100 && !(await at(`.wide [data-event="${id}"]`)); i++) await key('ArrowDown');
    await key(name);
  };
  const pressIn = async name => {
    for (let i = 0; i < 40; i++) {
      if (await page.evaluate(text => document.activeElement.textContent === text, name)) return key('Enter');
      await key('Tab');
    }
    throw new Error(`no button ${name}`);
  };
  const tool = async name => { await tabTo(`[data-tool=${name}]`); await key('Enter'); };
  return {
    async card(id, part, fields) {
      if (part === 'date') { await tabTo(`tr[data-event="${id}"] td button`); await key('Enter'); } else await openMark(id, 'F2');
      await fill(fields);
    },
    async press(id, name) { await tabTo(`tr[data-event="${id}"] a`); await key('Enter'); await pressIn(name); },
    async row(id) { await tabTo(`tr[data-event="${id}"] .flip`); await key('Enter'); },
    async leftOut(id) { await tabTo(`.leftout [data-event="${id}"] .flip`); await key('Enter'); },
    async more(id, fields) { await openMark(id, 'Enter'); await tabTo('.card summary'); await key('Enter'); await fill(fields); },
    async headline(fields) { await tool('headline'); await fill(fields, 'page-'); },
    async add(fields) { await tool('add'); await fill(fields); },
    async merge(onto, dragged) { await this.press(onto, 'Mark to merge'); await this.press(dragged, 'Mark to merge'); await tool('merge'); },
    async undo() { await key('Control+z'); },
    async redo() { await key('Control+Shift+Z'); },
  };
}
