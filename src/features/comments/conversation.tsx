import { useQueryClient } from '@tanstack/react-query'
import { startTransition, use, useMemo, useOptimistic, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router-dom'
import type { CommentList } from '#domain/comment-list.ts'
import { isOpen } from '#domain/plan.ts'
import { searchFor } from '#domain/search.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentsList } from './comments-list.tsx'
import { JoinLink } from './join-link.ts'
import { listIn, withList } from './list-address.ts'
import { ListControls } from './list-controls.tsx'
import { commentsQuery } from './queries.ts'
import { ReturnedComments } from './returned-comments.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchResults } from './search-results.tsx'
import type { Talk } from './talk.ts'
import { useOutboxComments } from './use-outbox-comments.ts'
import { useSearch } from './use-search.ts'

export type ConversationProps = Talk & {
  joinLink: string
  /** How many comments and replies there are, as far as that has been published. */
  total: number | undefined
}

/** A place to write, and what others wrote: in the order and choice that the address says, or what somebody looks for. */
export function Conversation({ total, task, me, joinLink }: ConversationProps) {
  const lang = useLang()
  use(pageTextsReady(lang, 'comments'))
  use(pageTextsReady(lang, 'answer'))
  use(pageTextsReady(lang, 'outbox'))
  use(pageTextsReady(lang, 'before-sending'))
  const talk = useMemo(() => ({ task, me }), [task, me])
  const { t } = useTranslation('comments')
  const [address, setAddress] = useSearchParams()
  // The choice shows before the address says it.
  const [list, showAtOnce] = useOptimistic(listIn(address, task))
  const [typed, setTyped] = useState('')
  const search = searchFor(typed)
  const through = useSearch(task.id)
  const { returned } = useOutboxComments(task.id, null, me)
  const client = useQueryClient()
  const show = (wanted: CommentList) => {
    // It is asked for before anything is drawn.
    void client.prefetchInfiniteQuery(commentsQuery(task.id, wanted))
    startTransition(() => {
      showAtOnce(wanted)
      setAddress((before) => withList(before, wanted))
    })
  }
  return (
    <JoinLink value={joinLink}>
      {!isOpen(task) ? (
        <>
          <p>{t('form.closed')}</p>
          <ReturnedComments entries={returned} onTakeBack={null} />
        </>
      ) : (
        <CommentForm key={task.id} task={task} me={me} />
      )}
      <SearchBox typed={typed} onType={setTyped} onSearch={() => search && !through.isAll && through.readOn()} />
      {search ? (
        <SearchResults search={search} through={through} talk={talk} total={total} />
      ) : (
        <>
          <ListControls list={list} task={task} onChange={show} />
          <CommentsList list={list} talk={talk} />
        </>
      )}
    </JoinLink>
  )
}
