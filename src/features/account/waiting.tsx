import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { connection } from '#data/connection.ts'
import { waitingOf } from '#data/left-here.ts'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { stateOf } from '#data/outbox-state.ts'
import { isRefusal } from '#data/refusals.ts'
import { type Deed, taskOf } from '#domain/deed.ts'
import { addressOf } from '#domain/deed-address.ts'
import { taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { KeptWords } from './kept-words.tsx'
import { Part } from './part.tsx'

type Props = { uid: string; me: Me }

/** What somebody did on this device that has not arrived, and why: what still goes by itself, and what came back. */
export function Waiting({ uid, me }: Props) {
  const { t } = useTranslation('me')
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.entries)
  const mine = waitingOf(uid, entries)
  return (
    <>
      <Entries title={t('waiting.title')} entries={mine.filter(({ refused }) => !refused)} me={me} />
      <Entries title={t('waiting.returned')} entries={mine.filter(({ refused }) => refused)} me={me} />
    </>
  )
}

function Entries({ title, entries, me }: { title: string; entries: readonly OutboxEntry[]; me: Me }) {
  if (entries.length === 0) return null
  return (
    <Part title={title}>
      <ul className={styles.list} aria-label={title}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} me={me} />
        ))}
      </ul>
    </Part>
  )
}

const kindOf = (deed: Deed) => (deed.kind === 'comment' && deed.comment.parentId ? 'reply' : deed.kind)

const wordsOf = (deed: Deed) => (deed.kind === 'comment' ? deed.comment : deed.kind === 'edit' ? deed : null)

function Entry({ entry, me }: { entry: OutboxEntry; me: Me }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const task = taskOf(entry.deed)
  return (
    <li className={styles.item}>
      <strong>{t(`waiting.kinds.${kindOf(entry.deed)}`)}</strong>
      <p className={styles.note}>
        <State entry={entry} me={me} />
      </p>
      <KeptWords
        words={wordsOf(entry.deed)}
        drop={entry.refused ? () => outbox.drop(entry) : null}
        undo={() => outbox.putBack(entry)}
      />
      <p>
        <Link to={`/${lang}${addressOf(entry.deed)}`}>
          {task ? t('waiting.see', { number: taskNumber(task) }) : t('waiting.seeBallot')}
        </Link>
      </p>
    </li>
  )
}

function State({ entry, me }: { entry: OutboxEntry; me: Me }) {
  const { t } = useTranslation(['outbox', 'me'])
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  if (!entry.refused) return t(`outbox:state.${stateOf(entry, me, isOnline)}`)
  return (
    <>
      {isRefusal(entry.reason) ? t(`outbox:refused.${entry.reason}`) : t('outbox:returned.takenBack')}
      {!entry.kept && ` ${t('me:waiting.notKept')}`}
    </>
  )
}
