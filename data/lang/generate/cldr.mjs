// What the CLDR's JSON packages hold of one language.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(require.resolve(path), "utf8"));

export const version = json("cldr-core/package.json").version;

/// Locales whose month and weekday names belong to the language too: Jänner is German.
const regions = { de: ["de-AT", "de-CH"], es: ["es-MX", "es-419", "es-US"], fr: ["fr-CA", "fr-CH"], uk: [], ru: ["ru-UA"] };

const calendar = (locale) => json(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian;

export function read(tag) {
  const rbnf = json(`cldr-rbnf/rbnf/${tag}.json`).rbnf;
  // A locale without rules of its own is served another's: its words would be of the wrong language.
  if (rbnf.identity.language !== tag) throw new Error(`the number rules of '${tag}' are those of '${rbnf.identity.language}'`);
  return {
    tag,
    calendar: calendar(tag),
    calendars: [tag, ...regions[tag]].map(calendar),
    fields: json(`cldr-dates-full/main/${tag}/dateFields.json`).main[tag].dates.fields,
    units: json(`cldr-units-full/main/${tag}/units.json`).main[tag].units,
    dayPeriods: json("cldr-core/supplemental/dayPeriods.json").supplemental.dayPeriodRuleSet[tag],
    numberRules: rbnf.rbnf.SpelloutRules,
  };
}
