import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router-dom'
import { nextPaint } from '#data/painted.ts'
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
  const { list, choose } = useChosenList(task)
  const [typed, setTyped] = useState('')
  const search = searchFor(typed)
  const through = useSearch(task.id)
  const { returned } = useOutboxComments(task.id, null, me)
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
          <ListControls list={list} task={task} onChange={choose} />
          <CommentsList list={list} talk={talk} />
        </>
      )}
    </JoinLink>
  )
}

/** The list that the address says. A choice holds at once, and is in the address when its comments stand there. */
function useChosenList(task: Talk['task']): { list: CommentList; choose: (wanted: CommentList) => void } {
  const [address, setAddress] = useSearchParams()
  const client = useQueryClient()
  // It holds as long as the address stays what it was: after that, the address says it, or something else.
  const [chosen, setChosen] = useState<{ list: CommentList; at: string } | null>(null)
  const last = useRef<CommentList | null>(null)
  useEffect(
    () => () => {
      // Whoever has gone on to another page is not to be brought back.
      last.current = null
    },
    [],
  )
  const choose = async (wanted: CommentList) => {
    last.current = wanted
    setChosen({ list: wanted, at: address.toString() })
    await client.prefetchInfiniteQuery(commentsQuery(task.id, wanted))
    // Every link on the page looks at the address: not while somebody waits.
    await nextPaint()
    if (last.current === wanted) setAddress((before) => withList(before, wanted))
  }
  return { list: chosen?.at === address.toString() ? chosen.list : listIn(address, task), choose }
}
