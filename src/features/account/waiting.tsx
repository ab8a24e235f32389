import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Badge } from '#components/badge.tsx'
import { waitingOf } from '#data/left-here.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { type Deed, taskOf } from '#domain/deed.ts'
import { taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Part } from './part.tsx'

/** What somebody did on this device that has not arrived, and why. */
export function Waiting({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.entries)
  const mine = waitingOf(uid, entries)
  if (mine.length === 0) return null
  return (
    <Part title={t('waiting.title')}>
      <p className={styles.note}>{t('waiting.text')}</p>
      <ul className={styles.list} aria-label={t('waiting.title')}>
        {mine.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Part>
  )
}

const kindOf = (deed: Deed) => (deed.kind === 'comment' && deed.comment.parentId ? 'reply' : deed.kind)

function Entry({ entry: { deed, refused, reason } }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['me', 'errors'])
  const lang = useLang()
  const words = deed.kind === 'comment' ? deed.comment : deed.kind === 'edit' ? deed : null
  const task = taskOf(deed)
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <strong>{t(`me:waiting.kinds.${kindOf(deed)}`)}</strong>
        <Badge tone={refused ? 'danger' : 'neutral'}>
          {refused ? t('me:comments.status.refused') : t('me:comments.status.waiting')}
        </Badge>
      </p>
      {words && (
        <p className={styles.words} lang={words.lang} dir="auto">
          {words.text}
        </p>
      )}
      {reason && <p className={styles.note}>{t(`errors:${reason}`)}</p>}
      <p>
        {task ? (
          <Link to={`/${lang}/tasks/${taskNumber(task)}#${deed.kind === 'stance' ? 'stance' : 'voices'}`}>
            {t('me:waiting.see', { number: taskNumber(task) })}
          </Link>
        ) : (
          <Link to={`/${lang}/priorities`}>{t('me:waiting.seeBallot')}</Link>
        )}
      </p>
    </li>
  )
}
