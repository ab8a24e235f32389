import { useState } from 'react'

type Store = { load(): string | null; save(text: string): unknown; clear(): void }

/**
 * A line that somebody types, kept on the device as it is typed, until it is stored or given up.
 * @param open where it is kept
 */
export function useKeptText(open: () => Store) {
  const [store] = useState(open)
  const [text, setText] = useState(() => store.load() ?? '')
  const type = (typed: string) => {
    store.save(typed)
    setText(typed)
  }
  const clear = () => {
    store.clear()
    setText('')
  }
  return { text, type, clear }
}
