import { useEffect, useState } from 'react'

const REST_MS = 700

/** What changes with every key, once it has rested for a moment: nothing before, and nothing of what was in between. */
export function useRested(text: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(setRested, REST_MS, text)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
