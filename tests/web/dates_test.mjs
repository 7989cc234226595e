// Compares the page's reader of dates with annal's, on wordings in six languages: it may read less, never another date.
// Usage: dates_test.mjs ANNAL STATED-DATES [--unread]; with --unread, lists what only annal reads
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [annal, statedDates] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-dates-'));
const web = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../web');
execFileSync(path.join(web, 'node_modules/.bin/esbuild'), [path.join(web, 'stated_date.ts'), '--bundle', '--format=esm', `--outfile=${folder}/reader.mjs`, '--log-level=warning']);
const { readDate } = await import(pathToFileURL(path.join(folder, 'reader.mjs')).href);

const languages = ['en', 'de', 'es', 'fr', 'uk', 'ru'];
/** The labels that a page in this language holds. */
function labelsOf(language) {
  const file = path.join(folder, 'page.html');
  fs.writeFileSync(path.join(folder, 'a.txt'), '2016-11-14: x\n');
  spawnSync(annal, ['build', path.join(folder, 'a.txt'), '--lang', language, '--all', '-o', file], { stdio: 'ignore' });
  return JSON.parse(/id="annal-data">(.*?)<\/script>/s.exec(fs.readFileSync(file, 'utf8'))[1]).edits.labels;
}

/** Wordings with numbers and signs alone, then with the names of `labels`. */
function wordings(language, labels) {
  const all = ['2016', '2016-11', '2016-11-14', '2016-11-14T06:40', '2016-11-14 06:40', '2016-02-30', '2016-13', '2014/2016', '2016-05-03/2016-05-05', '2014-2016', '2014–2016', '2014 - 2016',
    '2016-2014', '2014-15', '2016-11-14?', '14.11.2016', '4.3.2016', '04.03.2016', '14/11/2016', '11/14/2016', '3/4/2016', '5/5/2016', '31.2.2016', '14.11.16', '1000', '999', '3001', '20161114',
    '2016-11-14 26:00', '14:30', '10', 'x', '', '2016 2017', '2016.', '2016-2017-2018', '1870s', 'the 1870s', '187X', '1870er', '1875s', 'c. 1870', 'ca. 1870', 'circa 1870', '~1870', '1870~', 'c. 1870s', 'c. May 1870', '../2010', '2010/..', '../2010-05', '2010-05-03/..', '../..',
    '14 Nov 2016', '14 November 2016', 'November 14, 2016', 'Nov 2016', 'May 2016', '3 to 5 May 2016', 'since May 2010', 'before 2010', 'Sept 2016', 'Dec 2016', '3 Mar 2016', '3 Jun 2016', '3 Jul. 2016', '14.11.2016, 06:40', '14.11.2016 6:40', '3.-5.5.2016', '3.–5.5.2016', '3/5/2016-4/5/2016',
    '2019-05-18T19:00/2019-05-18T23:00', '2019-05-18T19:00/2019-05-19T01:00', '2019-05-18T23:00/2019-05-18T19:00', '2019-05-18T19:00/2019-05-19T00:00', '2019-05-18, 19:00–23:00', '18.05.2019, 19:00–23:00', '18.05.2019, 23:00–19:00', '2019-05-18, 19:00-23:00',
    '1996-12/1997-04', '2015-03/2015-05', '2015-07/2015-09', '2015-01/2015-06', '1990/1999', '1900/1999', '2000/2099', '1990-01/1999-12', '2016-05-01/2016-05-31', '2016-05-01/2016-06-30', '2016-01-01/2016-12-31', '2019-11-11/2019-11-17', '1918/1914', '2016-05-05/2016-05-03'];
  const months = ['months-short', 'months-short-alone', 'months-long'].flatMap(name => labels[name].split(' | '));
  for (const format of [{ month: 'long' }, { month: 'short' }, { month: 'short', day: 'numeric' }])
    for (let m = 0; m < 12; m++) months.push(new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' }).formatToParts(Date.UTC(2016, m, 9)).find(part => part.type === 'month').value);
  const dates = [];
  for (const month of new Set(months))
    dates.push(`${month} 2016`, `9 ${month} 2016`, `1 ${month} 2016`, `${month} 9, 2016`, `9. ${month} 2016`, `9 de ${month} de 2016`, `${month} de 2016`, `31 ${month} 2016`, `9 ${month}`, `${month.toUpperCase()} 2016`,
      `9 ${month} 2016, 06:40`, `9 ${month} 2016, 19:00–23:00`, `1–30 ${month} 2016`, `9 ${month} 2016 18:05`, `3–5 ${month} 2016`, `3-5 ${month} 2016`, `3.–5. ${month} 2016`, `9th ${month} 2016`, `1er ${month} 2016`, `5–3 ${month} 2016`, `2016 ${month}`, `9 ${month} 2016 ${month}`);
  const decade = labels.decade.replace('{0}', '1870');
  const some = ['2010', '2010-05', '2010-05-03', decade, `${months[4]} 2010`, `3 ${months[28]} 2010`, '1870', '2010-05-03 06:40'];
  for (const name of ['about', 'since', 'from', 'after', 'before', 'by', 'until', 'from-on'])
    for (const date of some) all.push(labels[name].replace('{0}', date));
  const range = (a, b) => ['from-to', 'range', 'years-range'].map(name => labels[name].replace('{0}', a).replace('{1}', b));
  all.push(decade, ...range('2014', '2016'), ...range(`3 ${months[4]} 2016`, `5 ${months[5]} 2016`), ...range(`3 ${months[4]}`, `5 ${months[5]} 2016`), ...range('3', `5 ${months[28]} 2016`),
    ...range(`${months[4]} 2010`, `${months[5]} 2011`), ...range(`${months[4]} 2010`, '2011'), ...range(`${months[4]}`, `${months[5]} 2011`), ...range(`3 ${months[28]} 2016`, '5'), ...range(`30 ${months[4]} 2015`, `2 ${months[5]} 2016`));
  return [...new Set([...all, ...dates])];
}

const shown = process.argv[4];
for (const language of languages) {
  const labels = labelsOf(language), list = wordings(language, labels);
  const answers = execFileSync(statedDates, { input: list.map(wording => `${language}\t${wording}\n`).join(''), encoding: 'utf8' }).split('\n');
  let both = 0, less = 0;
  const others = [];
  list.forEach((wording, i) => {
    const here = readDate(wording, language, labels);
    const second = at => (Number.isFinite(at) ? String(at / 1000) : '-');
    const told = here ? [here.when, second(here.begin), second(here.end)].join('\t') : 'none';
    if (told === answers[i] && here) both++;
    else if (here) others.push(`“${wording}”: ${told.replace(/\t/g, ' ')}; annal: ${answers[i].replace(/\t/g, ' ')}`);
    else if (answers[i] !== 'none') { less++; if (shown) console.log(`  unread ${language} “${wording}” ${answers[i]}`); }
  });
  if (others.length || both < list.length / 3) process.exitCode = 1;
  console.log(`${others.length ? 'FAILED' : 'ok'}: ${language}: of ${list.length} wordings ${both} are read alike, ${less} are read by annal alone, ${others.length} otherwise`);
  for (const line of others.slice(0, 20)) console.log(`  ${line}`);
}
fs.rmSync(folder, { recursive: true, force: true });
