import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router-dom'
import { Live } from '#components/live.tsx'
import { nextPaint } from '#data/painted.ts'
import type { CommentList } from '#domain/comment-list.ts'
import { isOpen } from '#domain/plan.ts'
import { searchFor } from '#domain/search.ts'
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
import { outboxedTo, useOutboxComments } from './use-outbox-comments.ts'
import { useSearch } from './use-search.ts'
import { useTexts } from './use-texts.ts'

export type ConversationProps = Talk & {
  joinLink: string
  /** How many comments and replies there are, as far as that has been published. */
  total: number | undefined
}

/** A place to write, and what others wrote: in the order and choice that the address says, or what somebody looks for. */
export function Conversation({ total, task, me, joinLink }: ConversationProps) {
  useTexts()
  // Whoever has been writing when the task closes keeps what they wrote.
  const [wasOpen] = useState(() => isOpen(task))
  const talk = useMemo(() => ({ task, me }), [task, me])
  const { t } = useTranslation('comments')
  const { list, askAhead, choose } = useChosenList(task)
  // The controls say at once what was chosen; the question for it leaves before the comments are drawn as old ones.
  const shown = useDeferredValue(list)
  const [typed, setTyped] = useState('')
  // A letter stands at once; all that has it is looked for when there is time.
  const wanted = useDeferredValue(typed)
  const search = useMemo(() => searchFor(wanted), [wanted])
  const through = useSearch(task.id)
  const { returned } = outboxedTo(null, useOutboxComments(task.id, me))
  return (
    <JoinLink value={joinLink}>
      <Live>{!isOpen(task) && <p>{t('form.closed')}</p>}</Live>
      {isOpen(task) || wasOpen ? (
        <CommentForm key={task.id} task={task} me={me} />
      ) : (
        <ReturnedComments
          key={task.id}
          entries={returned}
          onTakeBack={null}
          begun={{ about: task.id, reason: 'closed' }}
        />
      )}
      <SearchBox typed={typed} onType={setTyped} onSearch={() => searchFor(typed) && through.readOn()} />
      {search ? (
        <SearchResults wanted={wanted} search={search} talk={talk} total={total} {...through} />
      ) : (
        <>
          <ListControls list={list} task={task} onChange={choose} onPress={askAhead} />
          <CommentsList list={shown} talk={talk} />
        </>
      )}
    </JoinLink>
  )
}

/** Where the browser is by now: the page that is drawn may be a moment behind. */
const whereabouts = () => window.location.pathname + window.location.search

/**
 * The list that the address says. A choice holds at once, and is in the address when its comments stand there; unless
 * whoever chose has gone elsewhere or back meanwhile, which they are not to be brought back from.
 */
function useChosenList(task: Talk['task']) {
  const [address, setAddress] = useSearchParams()
  const { key } = useLocation()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<{ list: CommentList; at: string } | null>(null)
  const last = useRef<CommentList | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever somebody, or a choice, has gone anywhere
  useEffect(() => {
    const look = () => setChosen((now) => (now?.at === whereabouts() ? now : null))
    look()
    // Whoever goes back before a new address was drawn has not moved, as far as the router tells.
    addEventListener('popstate', look)
    return () => removeEventListener('popstate', look)
  }, [key])
  useEffect(
    () => () => {
      last.current = null
    },
    [],
  )
  const ask = (wanted: CommentList) => client.prefetchInfiniteQuery(commentsQuery(task.id, wanted))
  // What has been read before is shown at once, and asked for anew only when it is chosen: it may be many pages.
  const askAhead = (wanted: CommentList) => {
    if (!client.getQueryData(commentsQuery(task.id, wanted).queryKey)) void ask(wanted)
  }
  const choose = async (wanted: CommentList) => {
    const at = whereabouts()
    last.current = wanted
    const answer = ask(wanted)
    setChosen({ list: wanted, at })
    await answer
    // Every link on the page looks at the address: not while somebody waits.
    await nextPaint()
    if (last.current !== wanted || whereabouts() !== at) return
    setAddress((before) => withList(before, wanted))
    // From now on it belongs to the new address.
    setChosen((now) => (now?.list === wanted ? { list: wanted, at: whereabouts() } : now))
  }
  const addressed = useMemo(() => listIn(address, task), [address, task])
  return { list: chosen?.list ?? addressed, askAhead, choose }
}
