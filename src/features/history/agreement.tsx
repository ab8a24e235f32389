import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { QueryState } from '#components/query-state.tsx'
import { GroupTag } from '#components/tag.tsx'
import { agreementOver, type RevisionResult } from '#domain/agreement.ts'
import type { Part } from '#domain/course.ts'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import type { TaskResult } from '#domain/results.ts'
import type { Role } from '#domain/roles.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './agreement.module.css'
import { AgreementTable } from './agreement-table.tsx'
import { countsOf, PARTS } from './counts-of.ts'
import { agreementQuery } from './queries.ts'

type Props = { task: TaskIn /** What is published of the newest revision. */; now: TaskResult | undefined }

/** How far each group agreed with each revision of a task: as bars, and as a table. */
export function AgreementOver({ task, now }: Props) {
  const { t } = useTranslation('history')
  const isFirst = task.revision === 1
  const former = useQuery({ ...agreementQuery, enabled: !isFirst })
  return (
    <section aria-labelledby="agreement" className={styles.section}>
      <h2 id="agreement">{t('agreement.title')}</h2>
      {isFirst ? (
        <p className={styles.note}>{t('agreement.one')}</p>
      ) : (
        <QueryState query={former} lines={10}>
          {(read) => (
            <Over revisions={agreementOver(read[task.id], now)} newest={isOpen(task) ? task.revision : null} />
          )}
        </QueryState>
      )}
    </section>
  )
}

type OverProps = {
  revisions: readonly RevisionResult[]
  /** The one that people can still answer about, if any. */
  newest: number | null
}

function Over({ revisions, newest }: OverProps) {
  const { t } = useTranslation(['history', 'common'])
  const groupName = (role: Role) => t(`common:roles.${role}`)
  if (revisions.length < 2) return <p className={styles.note}>{t('history:agreement.notYet')}</p>
  return (
    <>
      <p className={styles.intro}>{t('history:agreement.intro')}</p>
      <div aria-hidden="true" className={styles.panels}>
        {PARTS.map((part) => (
          <div key={part} className={styles.panel}>
            <p className={styles.name}>
              {part === 'all' ? t('history:agreement.all') : <GroupTag role={part}>{groupName(part)}</GroupTag>}
            </p>
            {revisions.map((result) => (
              <Row key={result.revision} result={result} part={part} isNewest={result.revision === newest} />
            ))}
          </div>
        ))}
      </div>
      <Disclosure summary={t('history:agreement.table')}>
        <AgreementTable revisions={revisions} newest={newest} />
      </Disclosure>
      <p className={styles.note}>{t('history:agreement.note')}</p>
    </>
  )
}

function Row({ result, part, isNewest }: { result: RevisionResult; part: Part; isNewest: boolean }) {
  const { t } = useTranslation('history')
  const lang = useLang()
  const counts = countsOf(result, part)
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t('revision', { revision: result.revision })}</span>
      <span className={styles.track}>
        {counts ? (
          <span className={styles.bar} data-newest={isNewest} style={{ inlineSize: `${100 * counts.share}%` }} />
        ) : (
          <span className={styles.none}>{t('agreement.none')}</span>
        )}
      </span>
      <span className={styles.value}>{counts && formatShare(counts.share, lang)}</span>
    </div>
  )
}
