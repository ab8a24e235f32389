import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import { type Comment, isCollapsed } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { Search } from '#domain/search.ts'
import { indexSearchFor, type SearchText, searchText } from '#domain/search-index.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentItem } from './comment-item.tsx'
import { permalink } from './permalink.ts'
import type { Talk } from './talk.ts'
import { useOutboxComments } from './use-outbox-comments.ts'
import { useRested } from './use-rested.ts'
import type { useSearch } from './use-search.ts'
import styles from './voices.module.css'

type Props = ReturnType<typeof useSearch> & {
  /** What was typed, and the same as it is marked in each comment. */
  wanted: string
  search: Search
  talk: Talk
  /** How many comments and replies there are on the task, as far as that has been published. */
  total: number | undefined
}

/**
 * What was found so far, 20 at a time, in how much of what there is, and the way to search further. Drawn anew only for
 * what concerns it, and not with every letter that is typed.
 */
export const SearchResults = memo(function SearchResults({ wanted, search, talk, total, ...through }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const { known, isAll, error, reading, readOn, stop } = through
  // One's own that has just arrived is among what is known.
  useOutboxComments(talk.task.id, talk.me)
  const comments = known()
  const isIn = useMemo(() => indexSearchFor(wanted), [wanted])
  const found = comments.filter((comment) => !isCollapsed(comment) && isIn?.(searchTextOf(comment)))
  const { list, count, showMore } = useFirstOf(search)
  const summary = summed()
  const rested = useRested(summary)
  return (
    <>
      {/* Together: what is read out later must not move what stands below. */}
      <div>
        <p aria-hidden>{summary}</p>
        <Live>
          <span className="visually-hidden">{rested}</span>
        </Live>
      </div>
      <ol ref={list} aria-label={t('search.results')} className={styles.list}>
        {found.slice(0, count).map((comment) => (
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
      {found.length > count && <Button onClick={showMore}>{t('list.more')}</Button>}
      <ReadProblem error={error} />
      {!isAll && <Button onClick={reading ? stop : readOn}>{reading ? t('search.stop') : t('search.start')}</Button>}
    </>
  )

  function summed(): string {
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
})

const searchTexts = new WeakMap<Comment, SearchText>()

/** Put down once: with thousands of comments here, each key would otherwise take long enough to be felt. */
function searchTextOf(comment: Comment): SearchText {
  const text = searchTexts.get(comment) ?? searchText(comment.text)
  searchTexts.set(comment, text)
  return text
}

/** How many of what a search finds are shown: as many more on demand, with the focus on the first of them. */
function useFirstOf(search: Search) {
  const list = useRef<HTMLOListElement>(null)
  const [shown, setShown] = useState({ of: search, count: COMMENTS_PER_PAGE })
  const count = shown.of === search ? shown.count : COMMENTS_PER_PAGE
  const firstNew = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when more are there
  useEffect(() => {
    if (firstNew.current === null) return
    list.current?.children[firstNew.current]?.querySelector('article')?.focus()
    firstNew.current = null
  }, [count])
  const showMore = () => {
    firstNew.current = count
    setShown({ of: search, count: count + COMMENTS_PER_PAGE })
  }
  return { list, count, showMore }
}
