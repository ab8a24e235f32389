/** By collection and field: the functions of the rules that refuse what should not be there. */
export type Reasons = Map<string, Map<string, readonly string[]>>

const HEAD = `# What refuses a wrong value

Every field of every document that somebody can write is tried with everything in its place that it should not be: a float,
a whole number, NaN, text, null, bytes, a place, a reference, a list, a map, twenty maps in each other. A condition that is
false refuses each. The functions of \`firestore.rules\` named here are what refuses a whole number, a text, null and a map,
together; of \`a() || b()\` both are named, as are those of other documents of the batch that say the same. Of fields that are
alike (groups, tasks), the first stands for all. “nothing”: what reviewers publish is not looked at so deep, which would take
more expressions than Firestore evaluates; it is logged, and kept for good. Printed by
\`npm run test:rules -- tests/rules/refusing-wrong-types.test.ts -u\`, whose test fails when another function refuses, or none.
`

const partOf = ([of, fields]: [string, ReadonlyMap<string, readonly string[]>]): string =>
  [
    `## ${of}`,
    '',
    '| field | refused by |',
    '| --- | --- |',
    ...[...fields].map(
      ([field, reasons]) => `| \`${field}\` | ${reasons.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`,
    ),
  ].join('\n')

/** The table as a page. */
export const valuesDocument = (reasons: Reasons): string =>
  `${[HEAD.trim(), ...[...reasons].filter(([, fields]) => fields.size > 0).map(partOf)].join('\n\n')}\n`
