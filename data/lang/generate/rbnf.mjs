// Numbers in words by the CLDR's rule-based number formats (UTS 35, part 3): rules are [base value, text] pairs.

const parse = ([key, text]) => {
  const match = /^(\d+)(?:\/(\d+))?(>*)$/.exec(key);
  if (!match) return null;
  const base = Number(match[1]);
  const radix = Number(match[2] ?? 10);
  const exponent = base > 0 ? Math.floor(Math.log(base) / Math.log(radix) + 1e-9) - match[3].length : 0;
  return { base, divisor: radix ** Math.max(exponent, 0), text: text.replace(/;$/, "").replace(/^'/, "") };
};

/// `n`, a whole number from 0, in the words of the rule set `set`, such as "%spellout-cardinal-feminine".
export function spell(ruleSets, set, n, plural) {
  const rules = ruleSets[set].map(parse).filter(Boolean);
  let at = rules.length - 1;
  while (at > 0 && rules[at].base > n) --at;
  const twoParts = (rule) => /←/.test(rule.text) && /→/.test(rule.text);
  if (at > 0 && twoParts(rules[at]) && n % rules[at].divisor === 0 && rules[at].base % rules[at].divisor !== 0) --at;
  const { divisor, text } = rules[at];
  const rest = n % divisor;
  const quotient = Math.floor(n / divisor);
  const part = (name, value) => (name === "" ? spell(ruleSets, set, value, plural)
    : name.startsWith("%") ? spell(ruleSets, name, value, plural) : String(value));
  return text
    .replace(/\[([^\]]*)\]/g, (_, inner) => (rest === 0 ? "" : inner))
    .replace(/\$\((cardinal|ordinal),([^)]*)\)\$/g, (_, kind, forms) => {
      const all = Object.fromEntries([...forms.matchAll(/(\w+)\{([^}]*)\}/g)].map((m) => [m[1], m[2]]));
      return all[plural(quotient)] ?? all.other;
    })
    .replace(/→([^→]*)→/g, (_, name) => part(name, rest))
    .replace(/←([^←]*)←/g, (_, name) => part(name, quotient))
    .replace(/=([^=]*)=/g, (_, name) => part(name, n))
    .replaceAll("\u00ad", "");
}
