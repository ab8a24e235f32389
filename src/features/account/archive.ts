import type { TFunction } from 'i18next'
import type { OutboxEntry } from '#data/outbox.ts'
import type { OwnArchive } from './mutations.ts'

type Device = { readonly uid: string; readonly waiting: readonly OutboxEntry[]; readonly now: Date }

/** All of somebody's data as a file that a person can read: each part says what it is, in the language of the page. */
export function archiveFile(archive: OwnArchive, { uid, waiting, now }: Device, t: TFunction<'me'>): Blob {
  const one = <T>(document: T | null) => (document === null ? [] : [document])
  const file = {
    about: t('archive.about'),
    notIncluded: t('archive.notIncluded'),
    madeAt: now.toISOString(),
    uid,
    participant: { note: t('archive.participant'), documents: one(archive.participant) },
    staff: { note: t('archive.staff'), documents: one(archive.staff) },
    comments: { note: t('archive.comments'), documents: archive.comments },
    reactions: { note: t('archive.reactions'), documents: archive.reactions },
    stances: { note: t('archive.stances'), documents: archive.stances },
    ballot: { note: t('archive.ballot'), documents: one(archive.ballot) },
    waitingOnThisDevice: { note: t('archive.waiting'), deeds: waiting.map(({ deed }) => deed) },
  }
  return new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' })
}
