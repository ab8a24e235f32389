import { useState } from 'react'
import { Button } from './button.tsx'

type Props = { text: string; label: string /** What to say once it is copied. */; done: string }

/** Copies a text, to put it elsewhere. Where the browser does not allow that, nothing is said to have happened. */
export function CopyButton({ text, label, done }: Props) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      <span role="status">{copied && done}</span>
    </>
  )
}
