import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Progress } from '#components/progress.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { type InboxState, useInbox } from './inbox/inbox-store.ts'
import { inboxQuery } from './inbox/queries.ts'

type Props = { uid: string; children: (all: InboxState) => ReactNode }

/** What needs every comment: they are read once for all rooms of the workspace, and what is new when one is entered. */
export function AllRead({ uid, children }: Props) {
  const { t } = useTranslation(['review', 'common'])
  const lang = useLang()
  const [{ read, expected }, setReading] = useState<{ read: number; expected: number | null }>({
    read: 0,
    expected: null,
  })
  const query = useQuery({ ...inboxQuery(uid, setReading), refetchInterval: false })
  const all = useInbox()
  const values = { read: formatNumber(read, lang), expected: formatNumber(expected ?? 0, lang) }
  return (
    <>
      <ReadProblem error={query.error}>
        <Button onClick={() => query.refetch()}>{t('common:retry')}</Button>
      </ReadProblem>
      {all.isComplete && query.data !== undefined
        ? children(all)
        : !query.error && (
            <Progress
              label={t('review:reading.label')}
              value={read}
              max={Math.max(expected ?? 0, read, 1)}
              text={expected ? t('review:reading.of', values) : t('review:reading.read', values)}
            />
          )}
    </>
  )
}
