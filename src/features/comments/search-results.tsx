import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import { isCollapsed } from '#domain/comment.ts'
import { normal, type Search } from '#domain/search.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentItem } from './comment-item.tsx'
import { permalink } from './permalink.ts'
import type { Talk } from './talk.ts'
import type { useSearch } from './use-search.ts'
import styles from './voices.module.css'

type Props = {
  search: Search
  through: ReturnType<typeof useSearch>
  talk: Talk
  /** How many comments and replies there are on the task, as far as that has been published. */
  total: number | undefined
}

/** What was found so far, in how much of what there is, and the way to search further. */
export function SearchResults({ search, through, talk, total }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const { known, isAll, error, reading, readOn, stop } = through
  const comments = known()
  const found = comments.filter((comment) => !isCollapsed(comment) && search(normal(comment.text)).length > 0)
  return (
    <>
      <Live>
        <p>{summary()}</p>
      </Live>
      <ol aria-label={t('search.results')} className={styles.list}>
        {found.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              comment={comment}
              task={talk.task}
              mine={comment.authorId === talk.me?.user?.uid}
              search={search}
              actions={
                <>
                  {comment.parentId !== null && <Tag>{t('search.reply')}</Tag>}
                  <ButtonLink look="quiet" to={permalink(lang, comment)}>
                    {t('search.inThread')}
                  </ButtonLink>
                </>
              }
            />
          </li>
        ))}
      </ol>
      <ReadProblem error={error} />
      {!isAll && <Button onClick={reading ? stop : readOn}>{reading ? t('search.stop') : t('search.start')}</Button>}
    </>
  )

  function summary(): string {
    const count = found.length
    const none = isAll ? t('search.foundNoneAtAll') : t('search.foundNone')
    const value = formatNumber(comments.length, lang)
    // What was said since the last publication is not in the published number.
    const isKnown = total !== undefined && total >= comments.length
    const looked = isKnown
      ? t('search.lookedOf', { count: total, value, total: formatNumber(total, lang) })
      : t('search.looked', { count: comments.length, value })
    const parts = [count === 0 ? none : t('search.found', { count, value: formatNumber(count, lang) })]
    parts.push(isAll ? t('search.all') : looked)
    return (reading ? [t('search.reading'), ...parts] : parts).join(' ')
  }
}
