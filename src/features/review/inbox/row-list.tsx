import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#domain/inbox.ts'
import { searchFor } from '#domain/search.ts'
import styles from './list.module.css'
import { Row } from './row.tsx'

/** How high a row is before it is measured, in rem. */
const ROW_REM = 7.5
/** Rows drawn beyond those that are seen, on each side. */
const OVERSCAN = 6
/** Rows that a press of PageDown passes. */
const A_PAGE = 8

type Props = {
  ref: RefObject<HTMLDivElement | null>
  rows: readonly InboxRow[]
  /** What is searched for, to mark it. */
  query: string
  /** The place that keys are about; -1 for none. */
  cursor: number
  selection: ReadonlySet<string>
  openId: string | null
  onMove: (to: number) => void
  onToggle: (id: string) => void
  onExtend: (id: string) => void
  onSelectAll: () => void
  onOpen: (id: string) => void
}

const optionId = (index: number) => `comment-${index}`

/**
 * The comments of a filter, of which only those on the screen are drawn. A list box, so that screen readers hand over
 * the keys: the focus stays on the list, the option it is at tells its place and how many there are.
 */
export function RowList(props: Props) {
  const { ref, rows, query, cursor, selection, openId, onMove, onToggle, onExtend, onSelectAll, onOpen } = props
  const { t } = useTranslation('review-inbox')
  const search = useMemo(() => searchFor(query), [query])
  // The same one as long as the rows are: with another it measures all of them anew.
  const getItemKey = useCallback((index: number) => rows[index]?.comment.id ?? index, [rows])
  // It is asked for each row there is.
  const [rowHeight] = useState(() => ROW_REM * rem())
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: OVERSCAN,
  })
  useEffect(() => {
    if (cursor >= 0) virtualizer.scrollToIndex(cursor, { align: 'auto' })
  }, [cursor, virtualizer])

  const idAt = (index: number) => rows[index]?.comment.id
  const current = idAt(cursor)

  const onKeyDown = (event: KeyboardEvent) => {
    const to = placeOf(event.key, cursor, rows.length)
    if (to !== null) {
      event.preventDefault()
      onMove(to)
      const id = idAt(Math.min(Math.max(to, 0), rows.length - 1))
      if (event.shiftKey && id) onExtend(id)
    } else if (event.key === ' ' && current) {
      event.preventDefault()
      onToggle(current)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      onOpen(current)
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSelectAll()
    }
  }
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const id = idAt(Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1))
    if (!id) return
    if (event.shiftKey) onExtend(id)
    else if (event.ctrlKey || event.metaKey || event.target.closest('[data-select]')) onToggle(id)
    else onOpen(id)
  }

  const items = virtualizer.getVirtualItems()
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label={t('list.label')}
      aria-multiselectable="true"
      aria-activedescendant={items.some(({ index }) => index === cursor) ? optionId(cursor) : undefined}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={key}
                id={optionId(index)}
                ref={virtualizer.measureElement}
                role="option"
                aria-selected={selection.has(row.comment.id)}
                aria-current={row.comment.id === openId ? 'true' : undefined}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                tabIndex={-1}
                data-index={index}
                data-at={index === cursor}
                className={styles.option}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row row={row} search={search} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

/** Where a key leads in a list. */
function placeOf(key: string, from: number, count: number): number | null {
  if (key === 'ArrowDown') return from + 1
  if (key === 'ArrowUp') return from - 1
  if (key === 'PageDown') return from + A_PAGE
  if (key === 'PageUp') return from - A_PAGE
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
