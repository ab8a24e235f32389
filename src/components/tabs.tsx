import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import styles from './tabs.module.css'

type Tab = { readonly key: string; readonly label: ReactNode; readonly content: ReactNode }

/** The place a key leads to, of `count`; the arrows go round. */
function target(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight') return (from + 1) % count
  if (key === 'ArrowLeft') return (from + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/**
 * A few views of which one is shown, where each has a content of its own; to see the same thing in two ways, use
 * `Switcher`. One stop for Tab; the arrows, Home and End choose.
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [chosen, choose] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const shown = Math.min(chosen, tabs.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, shown, tabs.length)
    if (next === null) return
    event.preventDefault()
    choose(next)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((tab, place) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={place === shown}
            aria-controls={place === shown ? `${id}-panel` : undefined}
            tabIndex={place === shown ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(place)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tabs[shown]?.key}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may hold nothing else to stop at
        tabIndex={0}
        className={styles.panel}
      >
        {tabs[shown]?.content}
      </div>
    </div>
  )
}
