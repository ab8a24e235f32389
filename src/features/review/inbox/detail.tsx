import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { ButtonLink } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { type Task, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { Asking } from './act-dialog.tsx'
import { Decisions } from './decisions.tsx'
import styles from './detail.module.css'
import { DetailHead } from './detail-head.tsx'
import { DetailWords } from './detail-words.tsx'
import { GlossaryPart } from './glossary-part.tsx'
import { freshCommentQuery } from './queries.ts'
import { ReviewFieldsPart } from './review-fields.tsx'
import { ThreadPart } from './thread-part.tsx'
import type { Acts } from './use-acts.ts'

type Props = {
  row: InboxRow | null
  /** The address names a comment that is not there. */
  isMissing: boolean
  uid: string
  plan: readonly Task[]
  acts: Acts
  /** The comment that shall have the focus. */
  wanted: { readonly id: string } | null
  hrefOf: (id: string) => string
  listHref: string
  onAsk: (kind: Asking['kind']) => void
  onClose: () => void
}

/** The comment that is open: its words in both languages, what is around it, and all that can be done about it. */
export function Detail({ row, isMissing, onClose, listHref, ...rest }: Props) {
  const { t } = useTranslation('review-inbox')
  if (!row) {
    return (
      <section aria-label={t('detail.region')} className={styles.nothing}>
        <EmptyState action={isMissing && <ButtonLink to={listHref}>{t('detail.back')}</ButtonLink>}>
          {t(isMissing ? 'detail.missing' : 'detail.nothing')}
        </EmptyState>
      </section>
    )
  }
  return <Opened row={row} onClose={onClose} listHref={listHref} {...rest} />
}

function Opened({
  row,
  uid,
  plan,
  acts,
  wanted,
  hrefOf,
  listHref,
  onAsk,
  onClose,
}: Omit<Props, 'row' | 'isMissing'> & { row: InboxRow }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { comment } = row
  useQuery(freshCommentQuery(comment.id))
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { id } = comment

  // The next comment is read out where the last one was; who is in the list stays there.
  useLayoutEffect(() => {
    const { activeElement } = document
    const wasHere = activeElement === document.body || section.current?.contains(activeElement)
    if (wasHere || wanted?.id === id) heading.current?.focus()
    else heading.current?.scrollIntoView({ block: 'nearest' })
  }, [id, wanted])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return (
    <section ref={section} aria-labelledby="opened" className={styles.detail}>
      <Link to={listHref} className={styles.back}>
        {t('detail.back')}
      </Link>
      <div className={styles.bar}>
        <h2 id="opened" ref={heading} tabIndex={-1} className={styles.heading}>
          {t('detail.title', { number: taskNumber(comment.taskId) })}
        </h2>
        <Link to={`/${lang}/tasks/${taskNumber(comment.taskId)}/comments/${id}`}>{t('detail.public')}</Link>
      </div>
      <DetailHead row={row} plan={plan} />
      <DetailWords key={`words-${id}`} comment={comment} />
      <GlossaryPart key={`terms-${id}`} text={comment.text} plan={plan} />
      <ReviewFieldsPart key={`review-${id}`} row={row} uid={uid} acts={acts} onTag={() => onAsk('tag')} />
      <Decisions key={`log-${id}`} row={row} onAsk={onAsk} />
      <ThreadPart row={row} hrefOf={hrefOf} />
    </section>
  )
}
