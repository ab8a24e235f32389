import { textProblem } from '#domain/comment.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { REACTIONS } from '#domain/reaction.ts'
import { ROLES } from '#domain/roles.ts'
import { STANCES } from '#domain/stance.ts'
import { changed, commentsIn, type Law, number, part, same, text } from './laws.ts'
import { staffDoWhatTheyMay } from './laws-of-staff.ts'
import { participant } from './people.ts'
import { draft, revision, task } from './planning.ts'
import { publication } from './publications.ts'
import { answer, logEntry, review, staffRecord } from './reviewing.ts'
import { slip } from './slips.ts'
import { type Document, holdsFloat, type Stored, within } from './stored.ts'
import { reaction } from './talk.ts'
import { comment, stance } from './voices.ts'

/** What is wrong with what is stored, and with how it came from what was stored before: invariants 1 to 10. */
export function violations(before: Stored, after: Stored, uid: string): string[] {
  const wrong: string[] = []
  const law = (invariant: string, holds: boolean): void => {
    if (!holds) wrong.push(invariant)
  }
  onePersonOneVoice(after, law)
  everybodySpeaksForThemselves(before, after, uid, law)
  sumsAreTrue(after, law)
  stickersAndShards(before, after, law)
  wordsAreTheirAuthors(before, after, uid, law)
  nobodySpeaksUnlimited(before, after, uid, law)
  staffDoWhatTheyMay(before, after, uid, law)
  revisionsStay(before, after, law)
  nothingUnknown(before, after, law)
  return wrong
}

// 1. One ballot a person, and one person an address or a slip.
function onePersonOneVoice(after: Stored, law: Law): void {
  const people = within(after, 'participants')
  const identities = within(after, 'identities').map(([, { uid }]) => uid)
  law('1: an address has one person, and a person one address', new Set(identities).size === identities.length)
  const slips = people.flatMap(([, { invite }]) => (typeof invite === 'string' ? [invite] : []))
  law('1: a slip makes one person', new Set(slips).size === slips.length)
  for (const [uid, { invite, leftAt }] of people) {
    const isKnown =
      typeof invite === 'string' ? after.get(`invites/${invite}`)?.used === true : identities.includes(uid)
    law('1: a participant has an address or a slip that is used', isKnown || leftAt !== undefined)
  }
  const voices = [...after].filter(([path]) => /^ballots\/|\/stances\/|\/reactions\//.test(path))
  for (const [path] of voices) law('1: who has a voice takes part', after.has(`participants/${path.split('/').at(-1)}`))
}

// 1. Nobody votes, reacts, reports or leaves for another, and who has not signed in does nothing.
function everybodySpeaksForThemselves(before: Stored, after: Stored, uid: string, law: Law): void {
  const touched = changed(before, after)
  if (uid === 'nobody') law('1: who has not signed in changes nothing', touched.length === 0)
  const own = touched.filter((path) => /^(ballots|participants|reports)\/|\/(stances|reactions)\//.test(path))
  for (const path of own) law('1: what is a person’s own, they change', path.split(/[/~]/).at(-1) === uid)
}

// 2. Every sum says what can be counted.
function sumsAreTrue(after: Stored, law: Law): void {
  const counts = new Map<string, number>()
  const add = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
  for (const [path, document] of after) {
    const [of, own] = [path.split('/').slice(0, -2).join('/'), path.split('/').at(-2)]
    if (own === 'ballots') {
      const stickers = part(document, 'stickers')
      for (const id of TASK_IDS) add(`ballots ${text(document.role)} ${id}`, number(stickers[id]))
      add(`ballots ${text(document.role)} voters`, 1)
    }
    if (own === 'ballotTallies') {
      for (const field of ['voters', ...TASK_IDS])
        add(`ballots ${text(document.role)} ${field}`, -number(document[field]))
    }
    if (own === 'stances') add(`${of} ${text(document.role)} ${text(document.value)}`, 1)
    if (own === 'stanceTallies') {
      for (const side of STANCES) add(`${of} ${text(document.role)} ${side}`, -number(document[side]))
    }
    if (own === 'reactions') add(`${of} ${text(document.role)} ${text(document.value)}`, 1)
    if (own === 'reports') add(`${reportedBy(path)} reports`, 1)
    if (own === 'comments' && typeof document.parentId === 'string') add(`${parentOf(path, document)} replies`, 1)
    if (own === 'comments') {
      for (const side of REACTIONS) {
        for (const role of ROLES) add(`${path} ${role} ${side}`, -number(part(document, side)[role]))
        const all = ROLES.reduce((sum, role) => sum + number(part(document, side)[role]), 0)
        law('2: a comment’s total is the sum of its groups', document[`${side}Total`] === all)
      }
      add(`${path} reports`, -number(document.reportCount))
      add(`${path} replies`, -number(document.replyCount))
    }
  }
  for (const [what, difference] of counts) law(`2: the sum is what can be counted: ${what}`, difference === 0)
}

const reportedBy = (path: string): string => {
  const [task, comment] = (path.split('/')[1] ?? '').split('~')
  return `tasks/${task}/comments/${comment}`
}
const parentOf = (path: string, { parentId }: Document): string =>
  [...path.split('/').slice(0, -1), text(parentId)].join('/')

// 3 and 4. At most five stickers, in a shard that stays.
function stickersAndShards(before: Stored, after: Stored, law: Law): void {
  for (const [path, document] of after) {
    if (!/^ballots\/|\/stances\//.test(path)) continue
    const { shard, role, stickers } = document
    law('4: a shard is one of 32', Number.isInteger(shard) && number(shard) >= 0 && number(shard) < 32)
    const earlier = before.get(path)
    if (earlier) law('4: a shard and a group stay', earlier.shard === shard && earlier.role === role)
    if (!stickers) continue
    const placed = Object.values(stickers)
    const all = placed.reduce<number>((sum, value) => sum + number(value), 0)
    law('3: one to five stickers, none negative', placed.every((value) => number(value) >= 0) && all >= 1 && all <= 5)
  }
}

// 5. Words are their author's, and what was said before an edit is kept until they are withdrawn.
function wordsAreTheirAuthors(before: Stored, after: Stored, uid: string, law: Law): void {
  for (const [path, earlier] of commentsIn(before)) {
    const comment = after.get(path)
    if (!comment) law('5: a comment stays', false)
    if (!comment) continue
    for (const field of ['authorId', 'role', 'createdAt', 'parentId', 'district', 'verification', 'revision']) {
      law(`5: ${field} stays`, same(comment[field], earlier[field]))
    }
    const isWithdrawn = comment.status === 'withdrawn'
    const former = within(after, `${path}/edits`)
    law('5: what is withdrawn holds no words', !isWithdrawn || (comment.text === '' && former.length === 0))
    law(
      '5: withdrawn for good',
      earlier.status !== 'withdrawn' || same(comment, { ...earlier, ...countersOf(comment) }),
    )
    if (isWithdrawn) law('5: withdrawn by its author', earlier.status === 'withdrawn' || earlier.authorId === uid)
    if (isWithdrawn) law('7: what is hidden is not withdrawn', earlier.status !== 'hidden')
    law('5: every former text is kept', isWithdrawn || former.length === comment.edits)
    if (isWithdrawn || comment.text === earlier.text) continue
    law('5: edited by its author', earlier.authorId === uid)
    law('7: what is hidden is not edited', earlier.status === 'visible')
    law('5: the former text is kept', after.get(`${path}/edits/${comment.edits}`)?.text === earlier.text)
    law('5: an edit is counted', comment.edits === number(earlier.edits) + 1 && comment.translation === null)
  }
  for (const [path, document] of before) {
    if (path.includes('/edits/') && after.has(path)) law('5: a former text stays', same(after.get(path), document))
  }
}

const countersOf = ({ agree, disagree, agreeTotal, disagreeTotal, replyCount, reportCount }: Document): Document =>
  ({ agree, disagree, agreeTotal, disagreeTotal, replyCount, reportCount }) as Document

// 6. What can be seen, and one comment in 15 seconds.
function nobodySpeaksUnlimited(before: Stored, after: Stored, uid: string, law: Law): void {
  const fresh = commentsIn(after).filter(([path]) => !before.has(path))
  const [mine, earlier] = [after.get(`participants/${uid}`), before.get(`participants/${uid}`)]
  law('6: one comment a batch', fresh.length <= 1)
  for (const [path, comment] of fresh) {
    const { id, at } = part(mine, 'lastComment')
    law('6: said by its author, who takes part', comment.authorId === uid && comment.role === mine?.role)
    law('6: the author’s last one', id === path.split('/').at(-1) && at === comment.createdAt)
    const waited = Date.parse(text(at)) - Date.parse(text(part(earlier, 'lastComment').at))
    law('6: 15 seconds after the one before', !earlier?.lastComment || waited >= 15_000)
  }
  for (const [, { status, text: words }] of commentsIn(after)) {
    law('6: words that can be seen', status === 'withdrawn' || textProblem(text(words)) === null)
  }
  if (!earlier || 'leftAt' in earlier) {
    const voices = changed(before, after).filter((path) => /^ballots\/|\/stances\/|\/reactions\/|^reports\//.test(path))
    law('1: who takes no part, or no longer, has no voice', voices.length === 0)
  }
}

// 9. A published revision never changes, and a task says what its newest one says.
function revisionsStay(before: Stored, after: Stored, law: Law): void {
  for (const [path, revision] of before) {
    if (/^tasks\/[^/]+\/revisions\/[^/]+$/.test(path)) law('9: a revision stays', same(after.get(path), revision))
    if (/^results\/\d+$/.test(path)) law('9: a publication stays', same(after.get(path), revision))
  }
  for (const [id, stored] of within(after, 'tasks')) {
    const revisions = within(after, `tasks/${id}/revisions`)
    law('9: a task is its newest revision', revisions.length === stored.revision)
    const {
      changeNote: _,
      citations,
      logEntry: __,
      ...said
    } = after.get(`tasks/${id}/revisions/${stored.revision}`) ?? {}
    for (const [name, value] of Object.entries(said))
      law(`9: a task says what its revision says`, same(stored[name], value))
    if (stored.cited)
      law('9: a task names what its revision cites', same(part(stored, 'cited')[`${stored.revision}`], citations))
  }
}

// 10. Nothing unknown, and no float anywhere.
function nothingUnknown(before: Stored, after: Stored, law: Law): void {
  for (const path of changed(before, after)) {
    const document = after.get(path) ?? {}
    const of = path.split('/').at(-2) ?? ''
    law(`10: no float in ${of}`, !holdsFloat(document))
    law(
      `10: no unknown field in ${of}`,
      Object.keys(document).every((name) => FIELDS[of]?.has(name)),
    )
  }
}

const FIELDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    tasks: [...Object.keys(task()), 'turnsAt', 'logEntry', 'cited'],
    revisions: Object.keys(revision()),
    stances: Object.keys(stance('agree')),
    stanceTallies: ['role', ...STANCES],
    comments: Object.keys(comment('')),
    edits: ['text', 'at'],
    reactions: Object.keys(reaction('', 'agree')),
    reports: ['reason', 'at'],
    responses: Object.keys(answer()),
    reviews: Object.keys(review()),
    themes: ['label', 'logEntry'],
    drafts: Object.keys(draft('')),
    ballots: ['stickers', 'role', 'shard', 'at'],
    ballotTallies: ['role', 'voters', ...TASK_IDS],
    results: Object.keys(publication()),
    staff: Object.keys(staffRecord()),
    participants: [...Object.keys(participant()), 'leftAt'],
    identities: ['uid'],
    invites: Object.keys(slip()),
    presence: ['answering', 'at'],
    auditLog: Object.keys(logEntry('hide', '')),
  }).map(([of, names]) => [of, new Set(names)]),
)
