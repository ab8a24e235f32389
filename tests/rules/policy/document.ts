import type { Use } from '../helpers/limits.ts'
import { ACTOR_NOTES, ACTORS, NO_RULE, type Operation, type Policy, reasonsOf } from './rows.ts'
import { POLICY } from './table.ts'

const HEAD = `# Who may do what

Firestore's rules are the only server there is. This page is printed from the table that tests/rules/policy.test.ts tries on
the emulator, every cell of it, as everybody in the head of a table; \`npm run test:rules -- tests/rules/limits.test.ts -u\`
prints it anew. “✓” can, “·” is refused, and the last column names the functions of \`firestore.rules\` that refuse one or another:
each is asked alone, and the table says which function refuses whom. A batch is what the product sends, with all that belongs to it
and in the actor's own name.

Firestore evaluates at most 1,000 expressions a document, and its rules may look up 10 documents for each document of a batch
and 20 for the whole batch. Of each write that somebody can make, the last columns say how near it comes: the expressions of the
document that takes most, to the next ten; the look-ups of the document that takes most, as if it were judged alone; those of the
batch. tests/rules/limits.test.ts measures them on the emulator, by how much more is too much, for the largest batch of the kind
that the product sends: ten subtasks, eight edits, nine slips. A test fails when one comes within a tenth of a limit. The emulator
counts a document once a batch, and not at all what the batch itself writes; Firebase promises neither.

What refuses is a condition that is false: a test fails where it is an evaluation error or a limit, but for one case. That holds
for what is not there, too, of which anybody may ask to change or delete it, since the rules are asked first
(tests/rules/not-there.test.ts). The one case: a client may leave the id of a new document to the server, which draws it after the
rules were asked, and to look at it is an error that no rule can guard against (\`id != null\` is one, too). So that is what refuses
where a rule begins with the id: of comments, their former words and reactions, stances and their sums, participants, identities,
reports and slips. tests/rules/raw-rest.test.ts tries each.
`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** By the operations of the table: what each write takes of what Firestore allows. */
type Uses = ReadonlyMap<Operation, Use>

const rowOf = (operation: Operation, uses: Uses): string => {
  const { name, may } = operation
  const use = uses.get(operation)
  return row([
    name,
    ...ACTORS.map((actor) => (may.includes(actor) ? '✓' : '·')),
    reasonsOf(operation)
      .map((reason) => (reason === NO_RULE ? reason : `\`${reason}\``))
      .join(', '),
    ...(use ? [Math.ceil(use.expressions / 10) * 10, use.lookUps, use.lookUpsOfBatch].map(String) : ['', '', '']),
  ])
}

const partOf = ({ what, path, operations }: Policy, uses: Uses): string =>
  [
    `## ${what}`,
    `\`${path}\``,
    [
      row(['', ...ACTORS, 'refused by', 'expressions', 'look-ups', 'of the batch']),
      row(['---', ...ACTORS.map(() => ':-:'), '---', '--:', '--:', '--:']),
      ...operations.map((operation) => rowOf(operation, uses)),
    ].join('\n'),
  ].join('\n\n')

/** The table as a page. */
export function policyDocument(uses: Uses): string {
  const actors = ACTORS.map((actor) => `- **${actor}**: ${ACTOR_NOTES[actor]}`).join('\n')
  return `${[HEAD.trim(), actors, ...POLICY.map((policy) => partOf(policy, uses))].join('\n\n')}\n`
}
