import { useTranslation } from 'react-i18next'
import { Notice } from '#components/notice.tsx'
import type { PlanFileFault } from '#data/plan-file.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './plan.module.css'

const PLAN_FILE_FIELDS = [
  'ko',
  'en',
  'format',
  'tasks',
  'id',
  'bureau',
  'title',
  'summary',
  'body',
  'plain',
  'subtasks',
  'text',
  'changeNote',
  'sample',
  'revision',
  'publishedAt',
  'citations',
] as const

/** What is wrong in a plan file: each with its line, its field and what to do. */
export function FileFaults({ name, faults }: { name: string; faults: readonly PlanFileFault[] }) {
  const { t } = useTranslation('review-plan-file')
  const lang = useLang()
  return (
    <Notice tone="danger" title={t('faults.title', { name, count: faults.length })}>
      <p>{t('faults.text')}</p>
      <ul className={styles.gaps}>
        {faults.map(({ line, path, problem, value }) => (
          <li key={`${path.join('.')} ${problem}`}>
            <strong>{t('faults.line', { line: formatNumber(line, lang) })}</strong>, <Field path={path} />:{' '}
            {t(`problem.${problem}`, { value: typeof value === 'number' ? formatNumber(value, lang) : value })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** A field in words, and as the file writes it. */
function Field({ path }: Pick<PlanFileFault, 'path'>) {
  const { t } = useTranslation('review-plan-file')
  if (path.length === 0) return t('faults.whole')
  const words = path.flatMap((part, index) => {
    if (typeof part === 'number') {
      return t(path[index - 1] === 'subtasks' ? 'part.subtask' : 'part.task', { place: part + 1 })
    }
    // The list of which one is named next.
    if (typeof path[index + 1] === 'number') return []
    const planFileField = PLAN_FILE_FIELDS.find((field) => field === part)
    return planFileField ? t(`part.name.${planFileField}`) : part
  })
  return (
    <>
      {words.join(' › ')} <code>{path.join('.')}</code>
    </>
  )
}
