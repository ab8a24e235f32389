import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { citedIn, isAdopted } from '#domain/citations.ts'
import type { Lang } from '#domain/language.ts'
import { type OfficialAnswer as Answer, type AnswerStatus, changedAt } from '#domain/official-answer.ts'
import { type Task, taskNumber } from '#domain/plan.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import styles from './official-answer.module.css'
import { Paragraphs } from './paragraphs.tsx'

const TONES = {
  considering: 'neutral',
  adopted: 'success',
  partly: 'accent',
  declined: 'neutral',
  answered: 'accent',
} as const satisfies Record<AnswerStatus, unknown>

type Props = {
  answer: Answer
  /** How often the comment has been changed by now, where that is known: the answer may be to earlier words. */
  edits?: number | undefined
  /** What the revisions of its task cite, where the page knows: an answer that says “adopted” then says in which. */
  cited?: Task['cited'] | undefined
}

/**
 * What the education office says to a comment, in the reader's language; the other one is a press away. Whoever shows it
 * loads its texts (`answer`).
 */
export function OfficialAnswer({ answer, edits = 0, cited = {} }: Props) {
  const { t } = useTranslation('answer')
  const own = useLang()
  const [inOther, setInOther] = useState(false)
  const other: Lang = own === 'ko' ? 'en' : 'ko'
  const lang = inOther ? other : own
  const { status, taskId } = answer
  const [given, changed] = [answer.firstAt ?? answer.at, changedAt(answer)]
  const taken = citedIn({ cited }, answer.commentId)
  return (
    <div className={styles.answer}>
      <header className={styles.head}>
        <span className={styles.title}>{t('title')}</span>
        <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
        {taken && isAdopted(status) && (
          <Link to={`/${own}/tasks/${taskNumber(taskId)}/history#r${taken.revision}`}>
            {t(`inRevision.${status}`, { revision: taken.revision })}
          </Link>
        )}
      </header>
      {edits > answer.edits && (
        <p className={styles.earlier}>
          {t('earlier')}{' '}
          <Link to={`/${own}/tasks/${taskNumber(answer.taskId)}/comments/${answer.commentId}#former`}>
            {t('seeEarlier')}
          </Link>
        </p>
      )}
      <div lang={lang} className={styles.message}>
        <Paragraphs text={answer.message[lang]} />
      </div>
      <footer className={styles.foot}>
        <span>{answer.office[own]}</span>
        <time dateTime={given.toISOString()}>{formatDay(given, own)}</time>
        {changed && <time dateTime={changed.toISOString()}>{t('changed', { day: formatDay(changed, own) })}</time>}
        <Button look="quiet" onClick={() => setInOther(!inOther)}>
          {inOther ? t('own') : t('other')}
        </Button>
      </footer>
    </div>
  )
}
