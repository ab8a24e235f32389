import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import type { DataError } from '#data/errors.ts'
import { nextPaint } from '#data/painted.ts'
import { isMeant } from './ahead.ts'

type Query = {
  data: { pages: readonly { readonly next: object | null }[] } | undefined
  error: DataError | null
} & Pick<UseInfiniteQueryResult, 'isFetchingNextPage' | 'isFetchNextPageError' | 'isPlaceholderData' | 'fetchNextPage'>

/** Whether there is more than what is shown: also of a list in whose place another one comes. */
export const hasMore = ({ data }: Pick<Query, 'data'>): boolean => Boolean(data?.pages.at(-1)?.next)

/**
 * Reads on in a list on demand. The focus then goes on with the first comment that comes, since the button moves away
 * under it.
 * @returns the list's ref, and what a button does
 */
export function useMore({ data, isFetchingNextPage, isPlaceholderData, fetchNextPage }: Query) {
  const list = useRef<HTMLOListElement>(null)
  const before = useRef<ReadonlySet<Element> | null>(null)
  const pressed = useRef<Element | null>(null)
  const pageCount = data?.pages.length
  useEffect(() => {
    const there = before.current
    before.current = null
    if (there === null || pageCount === undefined) return
    // Not by its place: what waits stands before or after what is read, and what has arrived may move.
    const first = [...(list.current?.children ?? [])].find((one) => !there.has(one))?.querySelector('article')
    // The button is gone, and the focus with it.
    if (document.activeElement === document.body) return first?.focus()
    // To focus takes a layout of the page, which comes with the next frame anyway: not one before it, too.
    void nextPaint().then(() => document.activeElement === pressed.current && first?.focus())
  }, [pageCount])
  const showMore = () => {
    if (isFetchingNextPage || isPlaceholderData) return
    before.current = new Set(list.current?.children)
    pressed.current = document.activeElement
    void fetchNextPage()
  }
  return { list, showMore }
}

type Props = {
  query: Query
  /** It is pressed; whether it will be let go here is not known yet. */
  onPress?: () => void
  onMore: () => void
  more: string
  loading: string
}

/** The button for it, as long as there is more. */
export function More({ query, onPress, onMore, more, loading }: Props) {
  const { error, isFetchingNextPage, isFetchNextPageError, isPlaceholderData } = query
  return (
    <>
      <ReadProblem error={isFetchNextPageError ? error : null} />
      {/* It stays while another list is awaited: if the page became shorter, all of it would be painted anew. */}
      {hasMore(query) && (
        <Button
          onPointerDown={(event) => isMeant(event) && onPress?.()}
          onClick={onMore}
          aria-disabled={isFetchingNextPage || isPlaceholderData}
        >
          {isFetchingNextPage ? loading : more}
        </Button>
      )}
    </>
  )
}
