import { useEffect, useRef, useState } from 'react'
import { storage } from '#data/storage.ts'

const KEPT = 'review-shortcuts'

/** Keys of one letter, each with what it does; they can be switched off, for whoever speaks to their computer. */
export const SHORTCUTS = {
  next: 'j',
  previous: 'k',
  open: 'o',
  select: 'x',
  done: 'e',
  read: 'r',
  tag: 't',
  hide: 'h',
  answer: 'a',
  undo: 'u',
  search: '/',
  help: '?',
} as const
export type Shortcut = keyof typeof SHORTCUTS

const isShortcut = (name: string): name is Shortcut => name in SHORTCUTS

// On a Korean keyboard the same keys write these.
const IN_HANGUL: Readonly<Record<string, string>> = {
  ㅓ: 'j',
  ㅏ: 'k',
  ㅐ: 'o',
  ㅌ: 'x',
  ㄷ: 'e',
  ㄱ: 'r',
  ㅅ: 't',
  ㅗ: 'h',
  ㅁ: 'a',
  ㅕ: 'u',
}

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

/** What a key stands for; null while somebody types, holds another key, or has a dialog open. */
function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return null
  if (event.target instanceof Element && event.target.closest(`${TYPING}, dialog`)) return null
  if (document.querySelector('dialog[open]')) return null
  const letter = IN_HANGUL[event.key] ?? event.key.toLowerCase()
  const name = Object.keys(SHORTCUTS).find((known) => isShortcut(known) && SHORTCUTS[known] === letter)
  return name && isShortcut(name) ? name : null
}

/** Whether keys of one letter do something here, as somebody has chosen on this device. */
export function useShortcutChoice() {
  const [isOn, setOn] = useState(() => storage.read(KEPT) !== 'off')
  return {
    isOn,
    choose(on: boolean) {
      storage.write(KEPT, on ? 'on' : 'off')
      setOn(on)
    },
  }
}

type Doing = Readonly<Record<Shortcut, () => void>>

/** Listens to keys of one letter as long as the page is shown. */
export function useShortcuts(isOn: boolean, doing: Doing): void {
  const now = useRef(doing)
  useEffect(() => {
    now.current = doing
  })
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event)
      if (!shortcut) return
      event.preventDefault()
      now.current[shortcut]()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
}
