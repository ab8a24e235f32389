import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Badge } from '#components/badge.tsx'
import { Button } from '#components/button.tsx'
import { InReadersLanguage } from '#components/in-two-languages.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import type { OwnReaction } from '#data/own.ts'
import { isCollapsed } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { taskNumber } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Part } from './part.tsx'
import { ownReactionsQuery } from './queries.ts'

/** What somebody thinks of other people's comments; read when they want to see it. */
export function OwnReactions({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <Part title={t('reactions.title')}>
      <div>
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? t('reactions.hide') : t('reactions.show')}
        </Button>
      </div>
      <div id={id} className={styles.list}>
        {open && <List uid={uid} />}
      </div>
    </Part>
  )
}

function List({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const reactions = useInfiniteQuery(ownReactionsQuery(uid))
  return (
    <>
      <QueryState
        query={reactions}
        lines={6}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<p>{t('reactions.empty')}</p>}
      >
        {({ pages }) => (
          <ol aria-label={t('reactions.list')} className={styles.list}>
            {pages
              .flatMap(({ items }) => items)
              .map((reaction) => (
                <Reaction key={reaction.commentId} reaction={reaction} />
              ))}
          </ol>
        )}
      </QueryState>
      <ReadProblem error={reactions.isFetchNextPageError ? reactions.error : null} />
      {reactions.hasNextPage && (
        <Button aria-disabled={reactions.isFetchingNextPage} onClick={() => reactions.fetchNextPage()}>
          {t('reactions.more')}
        </Button>
      )}
    </>
  )
}

function Reaction({ reaction: { taskId, commentId, value, at, comment } }: { reaction: OwnReaction }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const number = taskNumber(taskId)
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <Badge>{t(`reactions.${value}`)}</Badge>
        {comment && <strong>{nickname(comment.authorId)[lang]}</strong>}
        <time className={styles.note} dateTime={at.toISOString()}>
          {formatMoment(at, lang)}
        </time>
      </p>
      {comment?.text ? (
        <>
          {isCollapsed(comment) ? (
            <p className={styles.note}>{t('reactions.folded')}</p>
          ) : (
            <InReadersLanguage comment={comment}>
              {(words) => (
                <p className={styles.words} lang={words.lang} dir="auto">
                  {words.text}
                </p>
              )}
            </InReadersLanguage>
          )}
          <p>
            <Link to={`/${lang}/tasks/${number}/comments/${commentId}`}>{t('comments.open', { number })}</Link>
          </p>
        </>
      ) : (
        <p className={styles.note}>{t('reactions.gone')}</p>
      )}
    </li>
  )
}
