/** One change of the rules that should make a test fail. */
export type Mutant = { readonly at: number; readonly line: number; readonly what: string; readonly rules: string }

type Span = { readonly start: number; readonly end: number }

/** Every condition of the rules taken away once, every alternative once, and every number and character moved. */
export const mutantsOf = (rules: string): Mutant[] => [
  ...conditionsIn(rules).flatMap((span) => weakened(rules, span)),
  ...REPLACEMENTS.map(([from, to]) => replaced(rules, from, to)),
]

const NUMBERS = [
  ['limit <= 20', 'limit <= 21'],
  ['limit <= 20', 'limit <= 19'],
  ['value < 32', 'value < 33'],
  ['value < 32', 'value < 31'],
  ['value >= 0 && value < 32', 'value >= -1 && value < 32'],
  ['value >= 0 && value < 32', 'value >= 1 && value < 32'],
  ['unitsOf(text) <= 2000', 'unitsOf(text) <= 2001'],
  ['unitsOf(text) <= 2000', 'unitsOf(text) <= 1999'],
  ["'__').size()", "'_').size()"],
  ["duration.value(15, 's')", "duration.value(12, 's')"],
  ["duration.value(15, 's')", "duration.value(17, 's')"],
  ['version >= 1', 'version >= 0'],
  ['version >= 1', 'version > 1'],
  ['resource.data.edits + 1\n', 'resource.data.edits + 2\n'],
  ['edits <= 8', 'edits <= 9'],
  ['edits <= 8', 'edits <= 7'],
  ['limit <= 500', 'limit <= 501'],
  ['limit <= 500', 'limit <= 499'],
  ["duration.value(366, 'd')", "duration.value(368, 'd')"],
  ["duration.value(366, 'd')", "duration.value(364, 'd')"],
  ["duration.value(10, 'm')", "duration.value(12, 'm')"],
  ['school.size() <= 100', 'school.size() <= 101'],
  ['school.size() <= 100', 'school.size() <= 99'],
  ['stickers <= 5', 'stickers <= 6'],
  ['stickers <= 5', 'stickers <= 4'],
  ['all >= 1', 'all >= 0'],
  ['all <= 5', 'all <= 6'],
  ['all <= 5', 'all <= 4'],
  ['request.time >= voting.opensAt', 'true'],
  ['request.time < voting.closesAt', 'true'],
  ['before.number + 1 &&', 'before.number + 2 &&'],
  ['[0-9]{6}', '[0-9]{6,7}'],
  ['themes.size() <= 5', 'themes.size() <= 6'],
  ['themes.size() <= 5', 'themes.size() <= 4'],
  ['isFitTextOf(1000, text)', 'isFitTextOf(1001, text)'],
  ['isFitTextOf(6000, ', 'isFitTextOf(6001, '],
  ['isFitInBoth(2000, ', 'isFitInBoth(2001, '],
  ['isFitInBoth(60, ', 'isFitInBoth(61, '],
  ['data.version == 1;', 'data.version == 0;'],
  ['version + 1; }', 'version + 2; }'],
  ['moderations + 1;', 'moderations + 2;'],
  ['moderations > 0', 'moderations >= 0'],
  ['reportCount > 0', 'reportCount >= 0'],
  ['replyCount + 1;', 'replyCount + 2;'],
  ['reportCount + 1;', 'reportCount + 2;'],
  ['say(58407, ', 'say(58408, '],
  ['say(58407, ', 'say(58406, '],
  ['say(8403, ', 'say(8404, '],
  ['say(8403, ', 'say(8402, '],
] as const

const CHARACTERS = [
  ...['\\\\pZ', '\\\\pC', '\\\\pM', '\\\\x{115F}', '\\\\x{1160}', '\\\\x{3164}', '\\\\x{FFA0}', '\\\\x{2800}'],
  ...['\\\\x{2065}', '\\\\x{FFF0}-\\\\x{FFF8}', '\\\\x{E0000}-\\\\x{E0FFF}'],
  ...['\\\\x00-\\\\x08', '\\\\x0B-\\\\x1F', '\\\\x7F-\\\\x{9F}', '\\\\x{202A}-\\\\x{202E}', '\\\\x{2066}-\\\\x{2069}'],
].map((characters) => [characters, ''] as const)

const PATTERNS = [
  ['^[^@]+@([a-z', '^.*@([a-z'],
  ['^[^@]+@([a-z', '^[^@]+@.*([a-z'],
  ['hs)\\\\.kr$', 'hs)\\\\.kr.*$'],
  ['sen\\\\.(go', 'sen.(go'],
  ['hs)\\\\.kr$', 'hs).kr$'],
  ['-[A-Za-z0-9]{20}', '-[A-Za-z0-9]{19,20}'],
  ['-[A-Za-z0-9]{20}', '-[A-Za-z0-9]{20,21}'],
  ['-[A-Za-z0-9]{20}', '-.{20}'],
  ['[A-Za-z0-9]{20,40}', '[A-Za-z0-9]{19,40}'],
  ['[A-Za-z0-9]{20,40}', '[A-Za-z0-9]{20,41}'],
  ['[A-Za-z0-9]{20,40}', '.{20,40}'],
  ['token.email.lower()', 'token.email'],
  ['toHexString().lower()', 'toHexString()'],
  ["'lang', 'translation', 'editedAt', 'edits'])", "'lang', 'translation', 'editedAt', 'edits', 'role'])"],
  ["'lang', 'translation', 'editedAt', 'edits'])", "'translation', 'editedAt', 'edits'])"],
  ["changesOnly(['lastComment'])", "changesOnly(['lastComment', 'role'])"],
] as const

const REPLACEMENTS = [...NUMBERS, ...CHARACTERS, ...PATTERNS]

function replaced(rules: string, from: string, to: string): Mutant {
  const at = rules.indexOf(from)
  if (at < 0) throw new Error(`The rules no longer contain ${from}`)
  return mutant(rules, { start: at, end: at + from.length }, to)
}

function mutant(rules: string, { start, end }: Span, replacement: string): Mutant {
  return {
    at: start,
    line: rules.slice(0, start).split('\n').length,
    what: `${rules.slice(start, end).replace(/\s+/g, ' ')} → ${replacement || 'nothing'}`,
    rules: rules.slice(0, start) + replacement + rules.slice(end),
  }
}

// What a function returns that is no condition: a path, a list, a map, or a value made of others.
const NO_CONDITION = /^(\/|\[|\{|\(to == side|(stance|ballot)\.role \+|string\(|request\.auth\.token\.email|hashing)/

/** Where the conditions are: behind every `allow …: if`, and behind every `return` of more than one part. */
function conditionsIn(rules: string): Span[] {
  return [...rules.matchAll(/(?:: if|return)\s+/g)]
    .map((match) => {
      const start = match.index + match[0].length
      return { start, end: topLevel(rules, { start, end: rules.length }, ';')[0] ?? start }
    })
    .filter((span) => {
      const text = rules.slice(span.start, span.end)
      const isRule = rules.slice(0, span.start).endsWith(': if ')
      return (
        !NO_CONDITION.test(text) && text !== 'true' && (isRule || partsOf(rules, span, '&&', '||', ' ? ').length > 1)
      )
    })
}

/** The condition without each of its parts: of `a && b` each is made true, of `a || b` each false. */
function weakened(rules: string, span: Span): Mutant[] {
  const [condition, yes, no] = partsOf(rules, span, ' ? ', ' : ')
  if (condition && yes && no) return [...weakened(rules, yes), ...weakened(rules, no)]
  const alternatives = partsOf(rules, span, '||')
  if (alternatives.length > 1) {
    return alternatives.flatMap((part) => [mutant(rules, part, 'false'), ...deeper(rules, part)])
  }
  const conditions = partsOf(rules, span, '&&')
  if (conditions.length === 1 && inParentheses(rules, span)) {
    return weakened(rules, { start: span.start + 1, end: span.end - 1 })
  }
  return conditions.flatMap((part) => [mutant(rules, part, 'true'), ...deeper(rules, part)])
}

const inParentheses = (rules: string, { start, end }: Span): boolean => rules[start] === '(' && rules[end - 1] === ')'

function deeper(rules: string, part: Span): Mutant[] {
  if (partsOf(rules, part, '&&').length > 1) return weakened(rules, part)
  return inParentheses(rules, part) ? weakened(rules, { start: part.start + 1, end: part.end - 1 }) : []
}

function partsOf(rules: string, span: Span, ...operators: string[]): Span[] {
  const parts: Span[] = []
  let start = span.start
  for (const at of topLevel(rules, span, ...operators)) {
    parts.push(trimmed(rules, { start, end: at }))
    start = at + (operators.find((operator) => rules.startsWith(operator, at))?.length ?? 0)
  }
  return [...parts, trimmed(rules, { start, end: span.end })]
}

function trimmed(rules: string, { start, end }: Span): Span {
  const text = rules.slice(start, end)
  return { start: start + text.length - text.trimStart().length, end: end - (text.length - text.trimEnd().length) }
}

/** Where these operators stand outside of brackets and texts. */
function topLevel(rules: string, { start, end }: Span, ...operators: string[]): number[] {
  const found: number[] = []
  let depth = 0
  let inText = false
  for (let at = start; at < end; at += 1) {
    const sign = rules[at] ?? ''
    if (sign === "'") inText = !inText
    if (inText) continue
    if (depth === 0 && operators.some((operator) => rules.startsWith(operator, at))) {
      found.push(at)
      if (operators.includes(';')) return found
    }
    if ('([{'.includes(sign)) depth += 1
    if (')]}'.includes(sign)) depth -= 1
  }
  return found
}
