import { moderationEntryId } from '#domain/audit.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { type ByRole, noneByRole, ROLES } from '#domain/roles.ts'
import { type Doc, hoursBefore } from './docs.ts'
import { type Reply, roleOf, type SeedInputs, type Voice } from './inputs.ts'
import { commentIdOf, levelOf, uidOf, verificationOf } from './people.ts'
import { revisionAt } from './plan-docs.ts'

type Place = { readonly taskId: TaskId; readonly parentId: string | null; readonly replyCount: number }

/** Comments that the public does not see, so that it can be tried that they stay unseen. */
const UNSEEN: readonly { taskId: TaskId; voice: Reply; fields: object }[] = [
  {
    taskId: 't1',
    voice: unseen(
      't1-hidden-1',
      'resident-04',
      'ko',
      '학원 여름 특강 수강생을 모집합니다. 이번 주에 등록하면 교재를 그냥 드려요!',
    ),
    fields: { status: 'hidden', hiddenReason: 'advertisement', moderations: 1, decided: { reports: 0, edits: 0 } },
  },
  {
    taskId: 't5',
    voice: unseen(
      't5-hidden-1',
      'resident-01',
      'en',
      'Selling two concert tickets for Saturday, good seats, message me.',
    ),
    fields: { status: 'hidden', hiddenReason: 'off-topic', moderations: 1, decided: { reports: 0, edits: 0 } },
  },
  {
    taskId: 't2',
    voice: unseen('t2-withdrawn-1', 'parent-02', 'ko', ''), // a withdrawal empties the text
    fields: { status: 'withdrawn' },
  },
]

function unseen(id: string, author: string, lang: 'ko' | 'en', text: string): Reply {
  const none = noneByRole()
  return {
    id,
    author,
    district: null,
    level: null,
    lang,
    subtaskId: null,
    text,
    hoursAgo: 400,
    agree: none,
    disagree: none,
  }
}

/**
 * The sample voices as documents. Their reactions are counters only: the seed has no `reactions` documents behind
 * them, since nobody could ask to see those of others anyway.
 */
export function voiceDocs(inputs: SeedInputs, now: Date): Doc[] {
  const { voices } = inputs
  const seen = TASK_IDS.flatMap((taskId) =>
    voices[taskId].flatMap((voice) => {
      const parentId = commentIdOf(voice.id)
      return [
        ...editedDocs(
          voice,
          commentDoc(voice, { taskId, parentId: null, replyCount: voice.replies.length }, inputs, now),
          now,
        ),
        ...voice.replies.map((reply) => commentDoc(reply, { taskId, parentId, replyCount: 0 }, inputs, now)),
      ]
    }),
  )
  const hidden = UNSEEN.map(({ taskId, voice, fields }): Doc => {
    const [path, data] = commentDoc(voice, { taskId, parentId: null, replyCount: 0 }, inputs, now)
    return [path, { ...data, ...fields }]
  })
  const log = UNSEEN.flatMap(({ voice, fields }) =>
    'hiddenReason' in fields ? [hidingEntry(voice, String(fields.hiddenReason), now)] : [],
  )
  return [...seen, ...hidden, ...log]
}

// Nothing is hidden without a trace, in the sample neither.
function hidingEntry({ id, hoursAgo }: Reply, reason: string, now: Date): Doc {
  const target = commentIdOf(id)
  const entry = { action: 'hide', target, byUid: 'demo-reviewer', at: hoursBefore(now, hoursAgo - 2), reason }
  return [`auditLog/${moderationEntryId(target, 1)}`, entry]
}

/** A comment with what it said before, each under the number of the edit that changed it. */
function editedDocs({ former }: Voice, [path, data]: Doc, now: Date): Doc[] {
  const edits = former.map(({ text, hoursAgo }, i): Doc => {
    return [`${path}/edits/${i + 1}`, { text, at: hoursBefore(now, hoursAgo) }]
  })
  return [[path, { ...data, edits: edits.length, editedAt: edits.at(-1)?.[1].at ?? null }], ...edits]
}

function commentDoc(said: Reply, { taskId, parentId, replyCount }: Place, inputs: SeedInputs, now: Date): Doc {
  const role = roleOf(said.author)
  const createdAt = hoursBefore(now, said.hoursAgo)
  return [
    `tasks/${taskId}/comments/${commentIdOf(said.id)}`,
    {
      authorId: uidOf(said.author),
      role,
      district: said.district,
      level: levelOf(role, said.level),
      verification: verificationOf(role, said.level),
      text: said.text,
      lang: said.lang,
      subtaskId: said.subtaskId,
      parentId,
      revision: revisionAt(inputs, taskId, createdAt, now),
      createdAt,
      editedAt: null,
      edits: 0,
      status: 'visible',
      hiddenReason: null,
      moderations: 0,
      decided: null,
      agree: said.agree,
      disagree: said.disagree,
      agreeTotal: sum(said.agree),
      disagreeTotal: sum(said.disagree),
      replyCount,
      reportCount: 0,
      translation: null,
    },
  ]
}

const sum = (counts: ByRole): number => ROLES.reduce((all, role) => all + counts[role], 0)
