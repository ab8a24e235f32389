import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#components/empty-state.tsx'
import { planQuery } from '#data/plan-query.ts'
import { ALL_COMMENTS, addressOfFilter, isNarrowed, selectRows } from '#domain/inbox-filter.ts'
import { allOf, extended, NOTHING_SELECTED, selectedOf, toggled } from '#domain/selection.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Account } from './account.tsx'
import { ActDialog, type Asking } from './act-dialog.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Detail } from './detail.tsx'
import { Filters } from './filters.tsx'
import styles from './inbox.module.css'
import { useInbox } from './inbox-store.ts'
import { LastAct } from './last-act.tsx'
import { RowList } from './row-list.tsx'
import { Status } from './status.tsx'
import { useActs } from './use-acts.ts'
import { useCursor } from './use-cursor.ts'
import { useFilter, useOpenComment } from './use-filter.ts'
import { useShortcutChoice, useShortcuts } from './use-shortcuts.ts'
import { Views } from './views.tsx'

/** The list, what narrows it down, what is done to it, and beside it the comment that is open. */
export function Workbench({ uid }: { uid: string }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { rows: all, byId } = useInbox()
  const plan = useQuery(planQuery).data ?? []
  const filtering = useFilter()
  const { filter } = filtering
  const address = useOpenComment(filter)
  const { openId } = address
  const rows = useMemo(() => selectRows(all, filter), [all, filter])
  const allWithWords = useMemo(() => selectRows(all, ALL_COMMENTS).length, [all])
  const ids = useMemo(() => rows.map(({ comment }) => comment.id), [rows])
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const [asking, setAsking] = useState<Asking | null>(null)
  const selected = useMemo(() => selectedOf(selection, rows), [selection, rows])
  const cursor = useCursor(ids, openId)
  const acts = useActs(uid)
  const shortcuts = useShortcutChoice()
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  /** The comment that shall have the focus once it is there: a new one each time it is asked for. */
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  const opened = openId === null ? null : (byId.get(openId) ?? null)

  // Back from a comment, on a phone: at the place in the list where one was.
  const wasOpen = useRef(openId)
  useEffect(() => {
    if (wasOpen.current && !openId) list.current?.focus()
    wasOpen.current = openId
  }, [openId])

  // What opened a question may have gone with the answer: one stays at the comment, or in the list.
  const wasAsking = useRef(asking)
  useEffect(() => {
    if (wasAsking.current && !asking && document.activeElement === document.body) {
      if (openId) setWanted({ id: openId })
      else list.current?.focus()
    }
    wasAsking.current = asking
  }, [asking, openId])

  /** What a key or a button is about: what is selected, otherwise the comment one reads, or is at in the list. */
  const at = opened ?? (cursor.id === null ? null : byId.get(cursor.id))
  const targets = selected.length > 0 ? selected : at ? [at] : []

  const move = (to: number) => {
    const id = ids[Math.min(Math.max(to, 0), ids.length - 1)]
    if (id === undefined) return
    cursor.set(id)
    setWanted(null)
    if (openId) address.open(id, true)
    else list.current?.focus({ preventScroll: true })
  }
  /** To read it: the focus goes there. */
  const read = (id: string) => {
    cursor.set(id)
    setWanted({ id })
    address.open(id)
  }
  const ask = (kind: Asking['kind']) => targets.length > 0 && setAsking({ kind, rows: targets })

  useShortcuts(shortcuts.isOn, {
    next: () => move(cursor.next),
    previous: () => move(cursor.index - 1),
    open: () => cursor.id !== null && read(cursor.id),
    select: () => cursor.id !== null && setSelection(toggled(selection, cursor.id)),
    done: () => acts.run(targets, { kind: 'mark', state: 'done' }),
    read: () => acts.run(targets, { kind: 'mark', state: 'read' }),
    tag: () => ask('tag'),
    hide: () => ask(targets.every(({ comment }) => comment.status === 'hidden') ? 'restore' : 'hide'),
    answer: () => ask('answer'),
    undo: () => acts.undo(),
    search: () => search.current?.focus(),
    help: () => setAsking({ kind: 'help', rows: [] }),
  })

  return (
    <div className={styles.bench} data-open={openId !== null}>
      <div className={styles.top}>
        <Views rows={all} uid={uid} filter={filter} onChoose={filtering.set} />
        <Filters
          uid={uid}
          filtering={filtering}
          plan={plan}
          search={search}
          onHelp={() => setAsking({ kind: 'help', rows: [] })}
        />
      </div>
      <section className={styles.listPane} aria-label={t('list.region')}>
        <BulkBar
          shown={rows.length}
          all={allWithWords}
          selected={selected.length}
          acts={acts}
          exportHref={isNarrowed(filter) ? `/${lang}/review/export?${addressOfFilter(filter)}` : null}
          onSelectAll={() => setSelection(allOf(ids))}
          onSelectNone={() => setSelection(NOTHING_SELECTED)}
          onAct={(act) => acts.run(targets, act)}
          onAsk={ask}
        />
        <div className={styles.told}>
          <LastAct acts={acts} />
          <Account acts={acts} onOpen={read} onLeave={() => list.current?.focus()} />
        </div>
        {rows.length === 0 ? (
          <EmptyState>{t('list.none')}</EmptyState>
        ) : (
          <RowList
            ref={list}
            rows={rows}
            query={filter.q}
            cursor={cursor.index}
            selection={selection.ids}
            openId={openId}
            onMove={move}
            onToggle={(id) => {
              cursor.set(id)
              setSelection(toggled(selection, id))
            }}
            onExtend={(id) => {
              cursor.set(id)
              setSelection(extended({ ...selection, anchor: selection.anchor ?? cursor.id }, ids, id))
            }}
            onSelectAll={() => setSelection(allOf(ids))}
            onOpen={read}
          />
        )}
        <Status uid={uid} />
      </section>
      <Detail
        row={opened}
        isMissing={openId !== null && opened === null}
        uid={uid}
        plan={plan}
        acts={acts}
        wanted={wanted}
        hrefOf={address.hrefOf}
        listHref={address.listHref}
        onAsk={(kind) => opened && setAsking({ kind, rows: [opened] })}
        onClose={address.close}
      />
      <ActDialog asking={asking} uid={uid} acts={acts} shortcuts={shortcuts} onClose={() => setAsking(null)} />
    </div>
  )
}
