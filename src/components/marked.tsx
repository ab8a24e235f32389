import { Fragment } from 'react'
import type { Match } from '#domain/search.ts'

type Props = { text: string; matches: readonly Match[] }

/** A text in which what somebody searched for is marked. @param props.text in the form in which it was searched */
export function Marked({ text, matches }: Props) {
  const before = (i: number) => text.slice(matches[i - 1]?.[1] ?? 0, matches[i]?.[0])
  return (
    <>
      {matches.map(([start, end], i) => (
        <Fragment key={start}>
          {before(i)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {before(matches.length)}
    </>
  )
}
