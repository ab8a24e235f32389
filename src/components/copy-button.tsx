import { useState } from 'react'
import { Button } from './button.tsx'

type Props = {
  text: string
  label: string
  /** What to say once it is copied. */
  done: string
  /** What to say where the browser does not allow that; else nothing is said to have happened. */
  failed?: string
}

/** Copies a text, to put it elsewhere. */
export function CopyButton({ text, label, done, failed }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      <span role="status">{copied === null ? null : copied ? done : failed}</span>
    </>
  )
}
