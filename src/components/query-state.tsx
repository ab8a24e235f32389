import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorKind } from '#i18n/error-kind.ts'
import { Button } from './button.tsx'
import { Live } from './live.tsx'
import { Notice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'

type Props<T> = {
  query: {
    data: T | undefined
    error: { readonly kind: ErrorKind } | null
    refetch: () => unknown
  }
  /** Lines to keep free while loading. */
  lines?: number
  /** What to say when there is nothing. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
}

/** Shows what a query brings; until then its place, and if it fails why, with a way to try again. */
export function QueryState<T>({ query, lines = 4, empty, isEmpty, children }: Props<T>) {
  const { t } = useTranslation('common')
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data)
  return (
    <>
      <ReadProblem error={query.error}>
        <Button onClick={() => query.refetch()}>{t('retry')}</Button>
      </ReadProblem>
      {!query.error && <Loading lines={lines} />}
    </>
  )
}

type ProblemProps = { error: { readonly kind: ErrorKind } | null; children?: ReactNode }

/** Says that something could not be read, and why. Draw it always: screen readers hear of what comes into it. */
export function ReadProblem({ error, children }: ProblemProps) {
  const { t } = useTranslation('common')
  return (
    <Live urgency="alert">
      {error && (
        <Notice tone="danger">
          <p>{error.kind === 'offline' ? t('cannotRead.offline') : t('cannotRead.other')}</p>
          {children}
        </Notice>
      )}
    </Live>
  )
}

const WORTH_SAYING_MS = 500

/** Says so only if it takes a while, which is also after its live region has come to the page. */
export function Loading({ lines }: { lines: number }) {
  const { t } = useTranslation('common')
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setSlow, WORTH_SAYING_MS, true)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <Live>{isSlow && <span className="visually-hidden">{t('loading')}</span>}</Live>
      <Skeleton lines={lines} />
    </>
  )
}
