/** What refuses wrong values in one field. */
export type Refusal = {
  /** The collection; of results, which. */
  readonly of: string
  /** What the batch does, as the policy table calls it. */
  readonly batch: string
  readonly field: string
  /** The functions of the rules. */
  readonly by: readonly string[]
}

const HEAD = `# What refuses a wrong value

Every field of every document that somebody can write is tried with everything in its place that it should not be: a float,
a whole number, NaN, text, a truth, a moment, null, bytes, a place, a reference, a list, a map, twenty maps in each other. A
condition that is false refuses each. The functions of \`firestore.rules\` named here are what refuses a whole number, a text,
null and a map, together; of \`a() || b()\` both are named, as are those of other documents of the batch that say the same. Of
batches that write the same fields of a document, or more than ten, the first stands for all, and so does the first of fields
that are alike (groups, tasks); of the log, in all but what an entry is about. “nothing”: what reviewers publish is not looked at
so deep, which would take more expressions than Firestore evaluates; it is logged, and kept for good. Printed by
\`npm run test:rules -- tests/rules/refusing-wrong-types.test.ts -u\`; the test fails when what is tried is refused by another
function, or by none.
`

const rowOf = ({ field, batch, by }: Refusal): string =>
  `| \`${field}\` | ${batch} | ${by.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`

const partOf = (of: string, refusals: readonly Refusal[]): string =>
  [`## ${of}`, '', '| field | in | refused by |', '| --- | --- | --- |', ...refusals.map(rowOf)].join('\n')

/** The table as a page. */
export function valuesDocument(refusals: readonly Refusal[]): string {
  const collections = [...new Set(refusals.map(({ of }) => of))]
  const parts = collections.map((name) =>
    partOf(
      name,
      refusals.filter(({ of }) => of === name),
    ),
  )
  return `${[HEAD.trim(), ...parts].join('\n\n')}\n`
}
