import { ACTOR_NOTES, ACTORS, NO_RULE, type Operation, POLICY, type Policy } from './table.ts'

const HEAD = `# Who may do what

Firestore's rules are the only server there is. This page is printed from the table that tests/rules/policy.test.ts tries on
the emulator, every cell of it, as everybody in the head of a table; \`npm run test:rules -- tests/rules/policy.test.ts -u\`
prints it anew. “✓” can, “·” is refused, and the last column names the functions of \`firestore.rules\` that refuse: together,
for all who are refused. A batch is what the product sends, with all that belongs to it and in the actor's own name.
`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const rowOf = ({ name, may, unless }: Operation): string =>
  row([
    name,
    ...ACTORS.map((actor) => (may.includes(actor) ? '✓' : '·')),
    unless.map((reason) => (reason === NO_RULE ? reason : `\`${reason}\``)).join(', '),
  ])

const partOf = ({ what, path, operations }: Policy): string =>
  [
    `## ${what}`,
    `\`${path}\``,
    [
      row(['', ...ACTORS, 'refused by']),
      row(['---', ...ACTORS.map(() => ':-:'), '---']),
      ...operations.map(rowOf),
    ].join('\n'),
  ].join('\n\n')

/** The table as a page. */
export const policyDocument = (): string =>
  `${[HEAD.trim(), ACTORS.map((actor) => `- **${actor}**: ${ACTOR_NOTES[actor]}`).join('\n'), ...POLICY.map(partOf)].join('\n\n')}\n`
