import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { QueryState } from '#components/query-state.tsx'
import { GroupTag } from '#components/tag.tsx'
import { agreementOver, type RevisionResult } from '#domain/agreement.ts'
import type { Part } from '#domain/course.ts'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import type { Role } from '#domain/roles.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './agreement.module.css'
import { AgreementTable } from './agreement-table.tsx'
import { countsOf, PARTS } from './counts-of.ts'
import { agreementQuery } from './queries.ts'

type Props = { task: TaskIn /** Undefined until it is known what is published. */; results: Results | null | undefined }

/** How far each group agreed with each revision of a task: as bars, and as a table. */
export function AgreementOver({ task, results }: Props) {
  const { t } = useTranslation('history')
  const isFirst = task.revision <= 1
  const former = useQuery({ ...agreementQuery, enabled: !isFirst })
  // Where the one cannot be read anew, what is there of it is shown, with or without the other.
  const areHere = former.data && (results !== undefined || former.error)
  const revisions = areHere && agreementOver(former.data[task.id], results?.tasks[task.id])
  const isLoading = !isFirst && !revisions && !former.error
  return (
    <section aria-labelledby="agreement" aria-busy={isLoading} className={styles.section}>
      <h2 id="agreement">{t('agreement.title')}</h2>
      {isFirst && <p className={styles.note}>{t('agreement.one')}</p>}
      {/* As high as it will be, and the same when its numbers come: what somebody has opened stays open. */}
      {!isFirst && (revisions || isLoading) && (
        <Over
          revisions={revisions || toCome(task.revision)}
          newest={revisions && isOpen(task) ? task.revision : null}
          isLoading={isLoading}
        />
      )}
      {!isFirst && !revisions && !isLoading && <QueryState query={former}>{() => null}</QueryState>}
    </section>
  )
}

const NOBODY = { student: null, parent: null, teacher: null, staff: null, resident: null }

const toCome = (newest: number): readonly RevisionResult[] =>
  Array.from({ length: newest }, (_, before) => ({ revision: before + 1, total: null, groups: NOBODY }))

type OverProps = {
  revisions: readonly RevisionResult[]
  /** The one that people can still answer about, if any. */
  newest: number | null
  /** Its numbers are on their way. */
  isLoading: boolean
}

function Over({ revisions, newest, isLoading }: OverProps) {
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
              <Row
                key={result.revision}
                result={result}
                part={part}
                isNewest={result.revision === newest}
                isLoading={isLoading}
              />
            ))}
          </div>
        ))}
      </div>
      <Disclosure summary={t('history:agreement.table')}>
        {!isLoading && <AgreementTable revisions={revisions} newest={newest} />}
      </Disclosure>
      <p className={styles.note}>{t('history:agreement.note')}</p>
    </>
  )
}

type RowProps = { result: RevisionResult; part: Part; isNewest: boolean; isLoading: boolean }

function Row({ result, part, isNewest, isLoading }: RowProps) {
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
          <span className={styles.none}>{!isLoading && t('agreement.none')}</span>
        )}
      </span>
      <span className={styles.value}>{counts && formatShare(counts.share, lang)}</span>
    </div>
  )
}
