import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorKind } from '#i18n/error-kind.ts'
import { Button } from './button.tsx'
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
  if (query.error) {
    return (
      <Notice tone="danger" announce="alert">
        <p>{query.error.kind === 'offline' ? t('cannotRead.offline') : t('cannotRead.other')}</p>
        <Button onClick={() => query.refetch()}>{t('retry')}</Button>
      </Notice>
    )
  }
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('loading')}
      </span>
      <Skeleton lines={lines} />
    </div>
  )
}
