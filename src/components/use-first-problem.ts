import { useEffect, useRef, useState } from 'react'

/**
 * For a form in which an answer may be missing or wrong: `point()` puts the cursor where the first one is, into the
 * control that is marked as invalid or the first of the group that is. Its name and what is wrong with it are read out
 * then, since they are tied to it.
 */
export function useFirstProblem() {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries === 0) return
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const control = invalid?.matches('fieldset') ? invalid.querySelector<HTMLElement>('input') : invalid
    control?.focus()
  }, [tries])
  return { form, tried: tries > 0, point: () => setTries((count) => count + 1) }
}
